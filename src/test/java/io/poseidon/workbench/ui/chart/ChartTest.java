package io.poseidon.workbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Bins.Bin;
import io.poseidon.workbench.ui.chart.plot.Axis;
import io.poseidon.workbench.ui.chart.plot.BarPlot;
import io.poseidon.workbench.ui.chart.plot.DotPlot;
import io.poseidon.workbench.ui.chart.plot.Guide;
import io.poseidon.workbench.ui.chart.plot.HistogramPlot;
import io.poseidon.workbench.ui.chart.plot.Line;
import io.poseidon.workbench.ui.chart.plot.LinePlot;
import io.poseidon.workbench.ui.chart.plot.Multiples;
import io.poseidon.workbench.ui.chart.plot.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {

    private static final List<String> AGES = List.of("20–29", "30–39", "40–49", "50–59", "60–69", "70+");

    @TempDir
    Path folder;

    @Test
    void theSamePlotGivesTheSamePixels() throws IOException {
        var first = picture(Theme.Mode.LIGHT, "charts-1.png");
        var second = picture(Theme.Mode.LIGHT, "charts-2.png");
        assertEquals(-1, Files.mismatch(first, second));
        assertTrue(Files.mismatch(first, picture(Theme.Mode.DARK, "charts-dark.png")) >= 0);
    }

    @Test
    void savesAnSvgDocumentWithTitleAndFooter() throws IOException {
        var file = folder.resolve("age.svg");
        Snapshot.onToolkit(() -> {
            files(Sight.surroundings()).writeSvg(lines(), file);
            return true;
        });
        var svg = Files.readString(file);
        assertTrue(svg.contains(">Cafe spending &lt;by age&gt;</text>"), svg);
        assertTrue(svg.contains(">95 % intervals · n = 36 cells</text>"), svg);
        assertTrue(svg.contains("<polyline"), svg);
    }

    @Test
    void savesAPngOfTwiceTheSize() throws IOException {
        var file = folder.resolve("age.png");
        Snapshot.onToolkit(() -> {
            files(Sight.surroundings()).writePng(bars(), file);
            return true;
        });
        assertEquals(1280, javax.imageio.ImageIO.read(file.toFile()).getWidth());
    }

    private Path picture(Theme.Mode mode, String name) {
        var override = System.getProperty("gallery");
        var file = (override == null ? folder : Path.of(override)).resolve(name);
        Snapshot.write(
                () -> {
                    var surroundings = Sight.surroundings();
                    surroundings.theme().modeProperty().set(mode);
                    return scene(surroundings);
                },
                file);
        return file;
    }

    private static Scene scene(Surroundings surroundings) {
        var grid = new GridPane();
        grid.add(chart(surroundings, "By age band", "KRW bn", bars().brushed(0, 2)), 0, 0);
        grid.add(chart(surroundings, "Spending per head", "KRW k a month", dots()), 1, 0);
        grid.add(chart(surroundings, "By category and month", "KRW bn", multiples()), 2, 0);
        grid.add(chart(surroundings, "Cafe spending by age", "KRW M, Jul–Sep 2026", lines()), 0, 1);
        grid.add(chart(surroundings, "Log loss", "by round", banded()), 1, 1);
        grid.add(chart(surroundings, "Payouts, 90 days", "KRW per contributor", histogram()), 2, 1);
        grid.getChildren().forEach(node -> {
            GridPane.setHgrow(node, Priority.ALWAYS);
            GridPane.setVgrow(node, Priority.ALWAYS);
        });
        return surroundings.theme().scene(grid, 1000, 640);
    }

    private static Chart chart(Surroundings surroundings, String title, String unit, Plot plot) {
        var chart = new Chart(
                surroundings,
                new SimpleStringProperty(title),
                new SimpleStringProperty(unit),
                new SimpleStringProperty(
                        "95 % intervals · n = 241 cells · Jul–Sep 2026\nsource card-spend-2026q3 gold"));
        chart.show(plot);
        return chart;
    }

    private static ChartFiles files(Surroundings surroundings) {
        return new ChartFiles(
                surroundings,
                new ChartTexts(
                        new SimpleStringProperty("Cafe spending <by age>"),
                        new SimpleStringProperty("KRW M"),
                        new SimpleStringProperty("95 % intervals · n = 36 cells")),
                (form, file) -> {});
    }

    private static BarPlot bars() {
        var values = List.of(16.7, 18.9, 20.9, 19.8, 11.7, 5.5);
        var bars = new ArrayList<BarPlot.Bar>();
        for (int i = 0; i < AGES.size(); i++) {
            bars.add(new BarPlot.Bar(AGES.get(i), values.get(i), 0.3, i < 3));
        }
        return BarPlot.of(bars);
    }

    private static LinePlot lines() {
        var seoul = samples(1257, 1373, 1396, 1138, 620, 236);
        var busan = samples(347, 339, 355, 289, 152, 58);
        return LinePlot.of(
                Axis.categories(AGES),
                Axis.fromZero(1500),
                List.of(Line.of("Seoul", 0, seoul), Line.of("Busan", 1, busan)));
    }

    private static List<Sample> samples(double... values) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < values.length; i++) {
            samples.add(Sample.of(i, values[i], 40.7));
        }
        return samples;
    }

    private static LinePlot banded() {
        var samples = new ArrayList<Sample>();
        for (int round = 1; round <= 12; round++) {
            samples.add(Sample.of(round, 0.45 + 0.25 * Math.exp(-round / 4.0), 0.02));
        }
        return LinePlot.of(
                        Axis.exactly(1, 20),
                        Axis.around(0.4, 0.7),
                        List.of(Line.of("Log loss", 0, samples).looking(Line.Look.PLAIN)))
                .banded()
                .unnamed()
                .with(List.of(
                        Guide.upright(9, "garam lost", Token.WARNING), Guide.level(0.68, "limit", Token.PRIVACY)));
    }

    private static DotPlot dots() {
        var dots = new ArrayList<DotPlot.Dot>();
        var names = List.of("Seoul", "Jeonbuk", "Jeju", "Gyeongbuk", "Gangwon", "Sejong");
        for (int i = 0; i < names.size(); i++) {
            dots.add(new DotPlot.Dot(names.get(i), 50 - i * 2, 40 - i * 4, 60, i % 2 == 0));
        }
        return DotPlot.of(dots);
    }

    private static Multiples multiples() {
        var parts = new ArrayList<Multiples.Part>();
        for (var name : List.of("cafe", "dining", "jewelry")) {
            var samples = List.of(Sample.of(0, 3.3, 0.1), Sample.of(1, 3.6, 0.1), Sample.of(2, 3.65, 0.1));
            parts.add(new Multiples.Part(
                    name,
                    LinePlot.of(
                                    Axis.categories(List.of("2026-07", "2026-08", "2026-09")),
                                    Axis.around(3.2, 3.8),
                                    List.of(Line.of(name, 0, samples)))
                            .unnamed()));
        }
        return new Multiples(parts);
    }

    private static HistogramPlot histogram() {
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < 24; i++) {
            double all = 100 * i * Math.exp(-i / 4.0);
            bins.add(new Bin(all, i < 12 ? all : all / 3));
        }
        return HistogramPlot.of(new Bins(bins), 0, 3000).with(List.of(Guide.upright(840, "median ₩840", Token.TEXT)));
    }
}
