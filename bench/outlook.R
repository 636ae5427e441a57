# Theta forecasts of many yearly series, ten years ahead with bands, by the package forecast, one thread.
# Rscript outlook.R SERIES   (one series a line, values separated by commas); prints seconds of processor time.
suppressMessages(library(forecast))
series <- lapply(strsplit(readLines(commandArgs(trailingOnly = TRUE)[1]), ","), function(x) ts(as.numeric(x)))
start <- proc.time()
for (y in series) thetaf(y, h = 10, level = c(50, 80, 90, 95))
spent <- proc.time() - start
cat(sprintf("%.3f\n", spent[["user.self"]] + spent[["sys.self"]]))
