package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.training.metrics.BinaryMetrics.Band;
import io.poseidon.workbench.training.report.RoundResult;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Chart;
import io.poseidon.workbench.ui.chart.plot.Axis;
import io.poseidon.workbench.ui.chart.plot.Guide;
import io.poseidon.workbench.ui.chart.plot.Line;
import io.poseidon.workbench.ui.chart.plot.LinePlot;
import io.poseidon.workbench.ui.chart.plot.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Log loss, area, calibration and accuracy on the shards' joint holdout, round by round.
final class Curves extends GridPane {

    private static final int CHARTS = 4;
    private static final double NORMAL_95 = 1.96;

    private final Words words;
    private final Desk desk;
    private final Figure loss;
    private final Figure area;
    private final Figure calibration;
    private final Figure accuracy;

    private record Figure(Chart chart, SimpleStringProperty unit, SimpleStringProperty foot) {}

    Curves(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.loss = figure("log-loss");
        this.area = figure("auc");
        this.calibration = figure("calibration");
        this.accuracy = figure("accuracy");
        for (int i = 0; i < CHARTS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / CHARTS);
            getColumnConstraints().add(column);
        }
        var row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        getRowConstraints().add(row);
        addRow(0, loss.chart(), area.chart(), calibration.chart(), accuracy.chart());
        setMinHeight(180);
    }

    private Figure figure(String key) {
        var unit = new SimpleStringProperty("");
        var foot = new SimpleStringProperty("");
        var chart = new Chart(desk.surroundings(), words.text(key), unit, foot);
        chart.setMinWidth(0);
        chart.setStyle(
                "-fx-padding: 4px 8px 8px 12px; -fx-border-color: transparent -c-divider transparent transparent;"
                        + " -fx-border-width: 0 1px 0 0;");
        return new Figure(chart, unit, foot);
    }

    void show(RunState state) {
        if (state.rounds().isEmpty()) {
            for (var figure : List.of(loss, area, calibration, accuracy)) {
                figure.unit().set("");
                figure.foot().set(words.now("after-first-round"));
                figure.chart().show(byRound(state, List.of(), Axis.exactly(0, 1)));
            }
            return;
        }
        var formats = desk.formats();
        var last = state.rounds().getLast().holdout();
        var foot = words.now("foot", formats.whole(last.count()), simulated());
        show(
                loss,
                state,
                round -> Sample.of(
                        round.round(),
                        round.holdout().logLoss(),
                        round.holdout().logLossHalfWidth()));
        show(
                area,
                state,
                round -> Sample.of(
                        round.round(), round.holdout().auc(), round.holdout().aucHalfWidth()));
        show(accuracy, state, round -> Sample.of(round.round(), round.holdout().accuracy(), accuracyHalfWidth(round)));
        loss.unit().set(formats.number(last.logLoss(), 3) + " " + formats.plusMinus(last.logLossHalfWidth(), 3));
        area.unit().set(formats.number(last.auc(), 3) + " " + formats.plusMinus(last.aucHalfWidth(), 3));
        accuracy.unit()
                .set(formats.number(last.accuracy(), 3) + " "
                        + formats.plusMinus(accuracyHalfWidth(state.rounds().getLast()), 3));
        calibration.unit().set(words.now("error", formats.number(last.calibrationError(), 3)));
        for (var figure : List.of(loss, area, accuracy)) {
            figure.foot().set(foot);
        }
        calibration.foot().set(words.now("foot.calibration", formats.whole(last.count()), simulated()));
        calibration.chart().show(reliability(last.calibration()));
    }

    /// Of a proportion, normal approximation.
    private static double accuracyHalfWidth(RoundResult round) {
        double rate = round.holdout().accuracy();
        return NORMAL_95
                * Math.sqrt(rate * (1 - rate) / Math.max(1, round.holdout().count()));
    }

    private String simulated() {
        return desk.model().venue().simulated() ? " · " + words.now("simulated") : "";
    }

    private void show(Figure figure, RunState state, Function<RoundResult, Sample> value) {
        var samples = state.rounds().stream().map(value).toList();
        double least = samples.stream().mapToDouble(Sample::low).min().orElse(0);
        double most = samples.stream().mapToDouble(Sample::high).max().orElse(1);
        figure.chart().show(byRound(state, samples, Axis.around(least, most)));
    }

    private LinePlot byRound(RunState state, List<Sample> samples, Axis up) {
        int rounds = state.plan().rounds();
        var across = Axis.exactly(1, Math.max(2, rounds));
        var losses = state.shards().values().stream()
                .filter(shard -> shard.standing() == Standing.LOST)
                .flatMap(shard -> shard.why().stream()
                        .map(why -> Guide.upright(
                                Math.max(1, why.round()), words.now("guide.lost", shard.name()), Token.WARNING)))
                .toList();
        var line = Line.of(words.now("round-axis"), 0, samples).looking(Line.Look.PLAIN);
        return LinePlot.of(across, up, List.of(line)).banded().unnamed().with(distinct(losses));
    }

    /// Shards lost in the same round share one line, named after the first.
    private static List<Guide> distinct(List<Guide> guides) {
        var distinct = new ArrayList<Guide>();
        for (var guide : guides) {
            if (distinct.stream().noneMatch(other -> other.at() == guide.at())) {
                distinct.add(guide);
            }
        }
        return distinct;
    }

    private LinePlot reliability(List<Band> bands) {
        var samples = bands.stream()
                .filter(band -> band.count() >= 10)
                .map(band -> Sample.of(
                        band.predicted(),
                        band.observed(),
                        NORMAL_95 * Math.sqrt(band.observed() * (1 - band.observed()) / band.count())))
                .toList();
        double most = samples.stream()
                .mapToDouble(sample -> Math.max(sample.x(), sample.y()))
                .max()
                .orElse(1);
        var axis = Axis.fromZero(Math.min(1, most));
        var ideal = Line.of(words.now("ideal"), -1, List.of(Sample.of(0, 0), Sample.of(axis.high(), axis.high())))
                .looking(Line.Look.DASHED);
        return LinePlot.of(axis, axis, List.of(ideal, Line.of(words.now("calibration"), 0, samples)))
                .banded()
                .unnamed();
    }
}
