# %% [markdown]
# How far Britain, France, China and Russia have stood from the United States in the UN General Assembly since 1946: our distances of ideal points beside
# those published by Bailey, Strezhnev and Voeten (2017, doi:10.1177/0022002715595700; edition of June 2024, doi:10.7910/DVN/LEJUQZ, CC0).
#
#     visavis panel --states USA,GBR,FRA,CHN,RUS --indicators ideal-points --to 2023 -o panel/
#     python3 ideal_points.py panel/panel.csv published-distances.csv figure.svg
#
# The cells open as a notebook in Jupyter (jupytext), VS Code and Spyder.

# %%
import sys

import pandas

panel = pandas.read_csv(sys.argv[1], keep_default_na=False, na_values=[""])
published = pandas.read_csv(sys.argv[2])
both = published.merge(panel, on=["iso3_a", "iso3_b", "year"]).dropna(subset=["ideal_points"])
both["pair"] = both.iso3_a + "-" + both.iso3_b

# %% The two scales have no common unit, so each is compared in its own: correlation over the years, and the year of the least distance.
for pair, own in both.groupby("pair"):
    print(f"{pair} {len(own)} sessions, r {own.ideal_points.corr(own.published):.3f}")
print(f"all {len(both)}, r {both.ideal_points.corr(both.published):.3f}")
for pair in ["CHN-USA", "RUS-USA"]:
    own = both[both.pair == pair].set_index("year")
    print(f"{pair} nearest in {own.ideal_points.idxmin()}, published {own.published.idxmin()}")

# %% The figure, where matplotlib is installed.
try:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
except ImportError:
    sys.exit(0)
figure, axes = pyplot.subplots(1, 2, figsize=(9, 4))
for axis, column, title in [(axes[0], "ideal_points", "Vis-à-vis"), (axes[1], "published", "Bailey, Strezhnev and Voeten, June 2024")]:
    both.pivot(index="year", columns="pair", values=column).plot(ax=axis, title=title, xlabel="", ylabel="distance from the United States")
figure.tight_layout()
figure.savefig(sys.argv[3])
