package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.shell.home.HealthCheck.Finding;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.StateMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// What the window itself depends on: fonts, a writable settings folder, room on the disk, memory.
public final class StandardChecks {

    private static final long LITTLE_DISK = 5_000_000_000L;
    private static final long LITTLE_MEMORY = 1_000_000_000L;

    private final Words words;
    private final Path folder;

    public StandardChecks(Words words, Path folder) {
        this.words = words.in(StandardChecks.class);
        this.folder = folder;
    }

    public List<HealthCheck> all() {
        return List.of(
                new HealthCheck(words.text("health.settings"), this::settings),
                new HealthCheck(words.text("health.disk"), this::disk),
                new HealthCheck(words.text("health.memory"), this::memory),
                new HealthCheck(words.text("health.fonts"), this::fonts));
    }

    private Finding settings() throws IOException {
        Files.createDirectories(folder);
        var probe = Files.createTempFile(folder, "probe", ".tmp");
        Files.delete(probe);
        return new Finding(StateMark.DONE, words.text("health.settings.ok"));
    }

    private Finding disk() throws IOException {
        Files.createDirectories(folder);
        long free = Files.getFileStore(folder).getUsableSpace();
        var size = words.formats().map(formats -> formats.bytes(free));
        return free < LITTLE_DISK
                ? new Finding(StateMark.WARNING, words.text("health.disk.little", size))
                : new Finding(StateMark.DONE, words.text("health.disk.ok", size));
    }

    private Finding memory() {
        long most = Runtime.getRuntime().maxMemory();
        var size = words.formats().map(formats -> formats.bytes(most));
        return most < LITTLE_MEMORY
                ? new Finding(StateMark.WARNING, words.text("health.memory.little", size))
                : new Finding(StateMark.DONE, words.text("health.memory.ok", size));
    }

    /// Figures line up only where every digit is as wide as the next; Hangul shows only where the font has it.
    private Finding fonts() {
        var font = Font.font(Theme.SANS, 13);
        boolean ours = font.getFamily().equals(Theme.SANS);
        boolean tabular = width("1111", font) == width("4444", font);
        boolean hangul = width("한글", font) > width("ii", font);
        return ours && tabular && hangul
                ? new Finding(StateMark.DONE, words.text("health.fonts.ok"))
                : new Finding(StateMark.FAILED, words.text("health.fonts.bad"));
    }

    private static double width(String text, Font font) {
        var node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
