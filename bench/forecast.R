# Exponential smoothing and ARIMA of many yearly series by the package forecast, defaults, one thread.
# Rscript forecast.R SERIES   (one series a line, values separated by commas)
# Prints for ets and auto.arima: seconds of processor time, and the sum of |forecast| six years ahead, to compare.
suppressMessages(library(forecast))
series <- lapply(strsplit(readLines(commandArgs(trailingOnly = TRUE)[1]), ","), function(x) ts(as.numeric(x)))
timed <- function(f) {
  start <- proc.time()
  total <- sum(vapply(series, function(y) sum(abs(as.numeric(f(y)))), 0))
  spent <- proc.time() - start
  cat(sprintf("%.3f %.6f\n", spent[["user.self"]] + spent[["sys.self"]], total))
}
timed(function(y) forecast(ets(y), h = 6)$mean)
timed(function(y) forecast(auto.arima(y), h = 6)$mean)
