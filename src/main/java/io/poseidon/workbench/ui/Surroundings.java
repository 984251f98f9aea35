package io.poseidon.workbench.ui;

import io.poseidon.workbench.job.Jobs;

/// What every workspace may rely on. The one thing handed to views beside their own view model.
///
/// @param words ask it for your package's texts: `words.in(MyView.class)`
/// @param jobs delivers on the toolkit's thread
public record Surroundings(Words words, Theme theme, Jobs jobs, Notices notices) {}
