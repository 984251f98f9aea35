package io.poseidon.workbench.ui;

import io.poseidon.workbench.job.Jobs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of scenes as PNG files, with or without a display (`-Dglass.platform=Headless -Dprism.order=sw`). The same
/// scene gives the same bytes. Waits for style and layout, not for jobs: wait for those first.
public final class Snapshot {

    private static final int LAYOUT_PASSES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Snapshot() {}

    /// Makes a scene on the toolkit's thread and writes its picture. Call it from any other thread.
    public static void write(Callable<Scene> scene, Path file) {
        save(onToolkit(() -> take(scene.call())), file);
    }

    /// The picture of a scene now. On the toolkit's thread.
    public static WritableImage take(Scene scene) {
        for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        drawAnew(scene.getRoot());
        return scene.snapshot(null);
    }

    /// A scroll pane keeps a picture of its content, which a scene without a window never renews.
    private static void drawAnew(Node node) {
        if (node.isCache()) {
            node.setCache(false);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Snapshot::drawAnew);
        }
    }

    /// Waits until no job runs and every outcome has been delivered; gives up after a minute. Not on the toolkit's
    /// thread.
    public static void idle(Jobs jobs) {
        var until = Instant.now().plus(PATIENCE);
        while (!onToolkit(() -> jobs.running().isEmpty()) && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        onToolkit(() -> true);
    }

    /// Runs something on the toolkit's thread, starting the toolkit if need be, and waits for its value.
    public static <T> T onToolkit(Callable<T> work) {
        FxDelivery.startToolkit();
        var task = new FutureTask<>(work);
        new FxDelivery().execute(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a picture was taken", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a picture could not be taken", e.getCause());
        }
    }

    /// Writes beside the file and moves, so that no half picture is left.
    public static void save(WritableImage image, Path file) {
        BufferedImage pixels = SwingFXUtils.fromFXImage(image, null);
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(pixels, "png", part.toFile());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
