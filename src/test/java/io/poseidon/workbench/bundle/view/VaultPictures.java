package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Pictures of the Vault for people to look at: `java … VaultPictures FOLDER`. Light, dark, English, Korean; locked,
/// unlocked, and refused.
public final class VaultPictures {

    private static final double RAIL = 56;
    private static final long SETTLED = 1000;
    private static final List<VaultModel> MODELS = new ArrayList<>();

    private VaultPictures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            all(Path.of(arguments[0]));
        } finally {
            System.exit(0);
        }
    }

    private static void all(Path out) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("vault");
        try (var sealed = new Sealed()) {
            var file = sealed.writeTo(work);
            var identity = work.resolve("me.key");
            IdentityFile.write(identity, sealed.buyer, Optional.empty());
            var trust = work.resolve("trust");
            Trust.add(trust, "Hangang Data Market", sealed.signer.verifyingKey());
            var stranger = work.resolve("stranger");
            try (var other = SigningKey.generate()) {
                Trust.add(stranger, "Namsan Statistics", other.verifyingKey());
            }
            for (var language : Language.values()) {
                for (var mode : Theme.Mode.values()) {
                    var name =
                            language.locale().getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT);
                    picture(
                            sealed,
                            trust,
                            file,
                            Optional.of(identity),
                            language,
                            mode,
                            out.resolve("vault-" + name + ".png"));
                    picture(
                            sealed,
                            trust,
                            file,
                            Optional.empty(),
                            language,
                            mode,
                            out.resolve("vault-locked-" + name + ".png"));
                    picture(
                            sealed,
                            stranger,
                            file,
                            Optional.empty(),
                            language,
                            mode,
                            out.resolve("vault-unknown-" + name + ".png"));
                }
            }
        }
    }

    private static void picture(
            Sealed sealed, Path trust, Path file, Optional<Path> identity, Language language, Theme.Mode mode, Path out)
            throws InterruptedException {
        var scene = Snapshot.onToolkit(() -> {
            var theme = new Theme();
            theme.modeProperty().set(mode);
            var surroundings = Sight.surroundings(theme, new Words(language));
            var model = new VaultModel(
                    surroundings.jobs(), sealed.engine, trust, Clock.fixed(Sealed.DURING, ZoneOffset.UTC));
            var once = new AtomicBoolean(true);
            var purchase = model.add(file);
            purchase.stateProperty().subscribe(state -> {
                if (state instanceof PurchaseState.Locked && once.getAndSet(false)) {
                    identity.ifPresent(key -> model.unlock(purchase, key, new char[0]));
                }
            });
            MODELS.add(model);
            return theme.scene(framed(new VaultWorkspace(surroundings, model)), 1440, 900);
        });
        Thread.sleep(SETTLED);
        Snapshot.save(Snapshot.onToolkit(() -> Snapshot.take(scene)), out);
        Snapshot.onToolkit(() -> {
            MODELS.removeLast().close();
            return 0;
        });
    }

    /// As the window lays a workspace out: rail, side 248, main, inspector 304.
    static HBox framed(VaultWorkspace workspace) {
        var regions = workspace.regions();
        var box = new HBox(
                blank(RAIL),
                wide(regions.side().orElseThrow(), 248),
                rule(),
                regions.main(),
                rule(),
                wide(regions.inspector().orElseThrow(), 304));
        HBox.setHgrow(regions.main(), Priority.ALWAYS);
        box.getStyleClass().add("ground");
        return box;
    }

    private static Region blank(double width) {
        var region = new Region();
        region.setMinWidth(width);
        return region;
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private static Node wide(Node node, double width) {
        var region = (Region) node;
        region.setMinWidth(width);
        region.setMaxWidth(width);
        return region;
    }
}
