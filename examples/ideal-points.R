# How far Britain, France, China and Russia have stood from the United States in the UN General Assembly since 1946: our distances of ideal points beside those
# published by Bailey, Strezhnev and Voeten (2017, doi:10.1177/0022002715595700; edition of June 2024, doi:10.7910/DVN/LEJUQZ, CC0).
#
#   visavis panel --states USA,GBR,FRA,CHN,RUS --indicators ideal-points --to 2023 -o panel/
#   Rscript ideal-points.R panel/panel.csv published-distances.csv figure.pdf
arguments <- commandArgs(TRUE)
panel <- read.csv(arguments[1])
published <- read.csv(arguments[2])

both <- merge(published, panel, by = c("iso3_a", "iso3_b", "year"))
both <- both[!is.na(both$ideal_points), ]
both$pair <- paste(both$iso3_a, both$iso3_b, sep = "-")
both <- both[order(both$pair, both$year), ]

# the two scales have no common unit, so each is compared in its own: correlation over the years, and the year of the least distance
for (pair in unique(both$pair)) {
  own <- both[both$pair == pair, ]
  cat(sprintf("%s %d sessions, r %.3f\n", pair, nrow(own), cor(own$ideal_points, own$published)))
}
cat(sprintf("all %d, r %.3f\n", nrow(both), cor(both$ideal_points, both$published)))
for (pair in c("CHN-USA", "RUS-USA")) {
  own <- both[both$pair == pair, ]
  cat(sprintf("%s nearest in %d, published %d\n", pair, own$year[which.min(own$ideal_points)], own$year[which.min(own$published)]))
}

pdf(arguments[3], width = 9, height = 4)
par(mfrow = c(1, 2), mar = c(3, 4, 2, 1))
for (column in c("ideal_points", "published")) {
  title <- if (column == "published") "Bailey, Strezhnev and Voeten, June 2024" else "Vis-à-vis"
  plot(range(both$year), range(0, both[[column]]), type = "n", xlab = "", ylab = "distance from the United States", main = iconv(title, to = "latin1"))
  for (i in seq_along(unique(both$pair))) {
    own <- both[both$pair == unique(both$pair)[i], ]
    lines(own$year, own[[column]], col = i, lwd = 2)
  }
  legend("topleft", unique(both$pair), col = seq_along(unique(both$pair)), lwd = 2, bty = "n", cex = 0.8)
}
invisible(dev.off())
