# The same measures in R by matrix algebra: nine cross products per year.
# Rscript similarity.R POSITIONS YEARS STATES   (bytes, row-major by roll call; one year per line)
# Prints: dyad-years, seconds, and the sum of kappa (quadratic) over the dyads that have one, to compare.
arguments <- commandArgs(trailingOnly = TRUE)
years <- scan(arguments[2], quiet = TRUE)
states <- as.integer(arguments[3])
positions <- readBin(arguments[1], "integer", n = states * length(years), size = 1L, signed = FALSE)
votes <- matrix(positions, ncol = states, byrow = TRUE)

one_year <- function(v) {
  v <- v[, colSums(v > 0) > 0, drop = FALSE]
  is <- lapply(1:3, function(p) (v == p) + 0)
  pair <- which(upper.tri(diag(ncol(v))))
  cell <- lapply(1:3, function(i) lapply(1:3, function(j) crossprod(is[[i]], is[[j]])[pair]))
  n <- Reduce(`+`, lapply(cell, function(row) Reduce(`+`, row)))
  common <- n > 0
  cell <- lapply(cell, function(row) lapply(row, function(x) x[common]))
  n <- n[common]
  row <- lapply(1:3, function(i) cell[[i]][[1]] + cell[[i]][[2]] + cell[[i]][[3]])
  column <- lapply(1:3, function(j) cell[[1]][[j]] + cell[[2]][[j]] + cell[[3]][[j]])
  partial <- cell[[1]][[2]] + cell[[2]][[1]] + cell[[2]][[3]] + cell[[3]][[2]]
  opposing <- cell[[1]][[3]] + cell[[3]][[1]]
  near <- row[[1]] * column[[2]] + row[[2]] * column[[1]] + row[[2]] * column[[3]] + row[[3]] * column[[2]]
  far <- row[[1]] * column[[3]] + row[[3]] * column[[1]]
  pool <- lapply(1:3, function(i) row[[i]] + column[[i]])
  pooled <- pool[[1]] * pool[[2]] + pool[[1]] * pool[[3]] + pool[[2]] * pool[[3]]
  up <- cell[[1]][[1]] * (cell[[2]][[2]] + cell[[2]][[3]] + cell[[3]][[2]] + cell[[3]][[3]]) +
    cell[[1]][[2]] * (cell[[2]][[3]] + cell[[3]][[3]]) + cell[[2]][[1]] * (cell[[3]][[2]] + cell[[3]][[3]]) + cell[[2]][[2]] * cell[[3]][[3]]
  down <- cell[[1]][[3]] * (cell[[2]][[1]] + cell[[2]][[2]] + cell[[3]][[1]] + cell[[3]][[2]]) +
    cell[[1]][[2]] * (cell[[2]][[1]] + cell[[3]][[1]]) + cell[[2]][[3]] * (cell[[3]][[1]] + cell[[3]][[2]]) + cell[[2]][[2]] * cell[[3]][[1]]
  untied <- function(m) m[[1]] * m[[2]] + m[[1]] * m[[3]] + m[[2]] * m[[3]]
  cbind(
    n = n,
    s_absolute = 1 - (partial + 2 * opposing) / n,
    s_squared = 1 - (partial + 4 * opposing) / (2 * n),
    scott_pi = 1 - 2 * n * (partial + opposing) / pooled,
    kappa_unweighted = 1 - n * (partial + opposing) / (near + far),
    kappa_linear = 1 - n * (partial + 2 * opposing) / (near + 2 * far),
    kappa_quadratic = 1 - n * (partial + 4 * opposing) / (near + 4 * far),
    tau_b = (up - down) / sqrt(untied(row) * untied(column)),
    benati_capurri_a = (near + 2 * far - n * (partial + 2 * opposing)) / n^2,
    agreement = 1 - (partial + opposing) / n,
    partial_split = partial / n,
    opposing = opposing / n
  )
}

best <- Inf
for (run in 1:3) {
  seconds <- system.time(tables <- lapply(sort(unique(years)), function(y) one_year(votes[years == y, , drop = FALSE])))[["elapsed"]]
  best <- min(best, seconds)
}
kappa <- unlist(lapply(tables, function(t) t[, "kappa_quadratic"]))
cat(length(kappa), best, format(sum(kappa, na.rm = TRUE), digits = 15), "\n")
