package io.poseidon.workbench.ui.chart;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.pen.CanvasPen;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.SvgPen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;

/// Charts as files, with title, unit and footer: PNG at twice the size, SVG with the same strokes.
final class ChartFiles {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 400;
    private static final double SIDE = 16;
    private static final double HEAD = 40;
    private static final double FOOT = 32;
    private static final int PIXELS = 2;

    private final Surroundings surroundings;
    private final Words words;
    private final ChartTexts texts;
    private final ChartExit exit;

    ChartFiles(Surroundings surroundings, ChartTexts texts, ChartExit exit) {
        this.exit = exit;
        this.surroundings = surroundings;
        this.words = surroundings.words().in(Words.class);
        this.texts = texts;
    }

    void savePng(Node owner, Plot plot) {
        FileDialogs.save(owner, fileName(".png"), words.now("chart.png.kind"), "*.png")
                .ifPresent(file -> guarded(file, "png", draft -> writePng(plot, draft)));
    }

    void saveSvg(Node owner, Plot plot) {
        FileDialogs.save(owner, fileName(".svg"), words.now("chart.svg.kind"), "*.svg")
                .ifPresent(file -> guarded(file, "svg", draft -> writeSvg(plot, draft)));
    }

    void writePng(Plot plot, Path file) {
        var canvas = new Canvas(WIDTH * PIXELS, HEIGHT * PIXELS);
        var pen = new CanvasPen(canvas.getGraphicsContext2D(), PIXELS);
        pen.box(0, 0, WIDTH, HEIGHT, color(Token.BG));
        draw(pen, plot);
        Snapshot.save(canvas.snapshot(null, new WritableImage((int) WIDTH * PIXELS, (int) HEIGHT * PIXELS)), file);
    }

    void writeSvg(Plot plot, Path file) {
        var pen = new SvgPen();
        draw(pen, plot);
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, pen.document(WIDTH, HEIGHT, color(Token.BG)));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Pen pen, Plot plot) {
        var title = Lettering.small(color(Token.TEXT)).sized(16).strong();
        var muted = Lettering.small(color(Token.MUTED));
        pen.words(texts.title().getValue(), SIDE, 26, title);
        pen.words(texts.unit().getValue(), SIDE + title.width(texts.title().getValue()) + 8, 26, muted);
        pen.words(texts.foot().getValue().replace('\n', ' '), SIDE, HEIGHT - 12, muted);
        var tokens = surroundings.theme().tokens().get();
        var formats = words.formats().get();
        plot.draw(new Sheet(pen.moved(SIDE, HEAD), tokens, formats, WIDTH - 2 * SIDE, HEIGHT - HEAD - FOOT));
    }

    /// A draft first, so that nothing appears that was not told.
    private void guarded(Path file, String form, Consumer<Path> write) {
        var draft = file.resolveSibling("." + file.getFileName() + ".draft." + form);
        try {
            write.accept(draft);
            exit.leaves(form, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            surroundings.notices().tell(words.text("chart.saved", file.getFileName()));
        } catch (Problem problem) {
            surroundings.notices().tell(problem);
        } catch (IOException | UncheckedIOException e) {
            unwritable(file, e);
        } finally {
            discard(draft);
        }
    }

    private void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            unwritable(draft, e);
        }
    }

    private void unwritable(Path file, Exception cause) {
        surroundings
                .notices()
                .tell(Problem.of(Problem.Kind.SURROUNDINGS, Words.class, "chart-unwritable", file.getFileName())
                        .because(cause));
    }

    private javafx.scene.paint.Color color(Token token) {
        return surroundings.theme().tokens().get().color(token);
    }

    private String fileName(String ending) {
        return texts.title().getValue().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-") + ending;
    }
}
