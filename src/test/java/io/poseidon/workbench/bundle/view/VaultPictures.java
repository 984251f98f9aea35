package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;

/// Pictures of the Vault for people to look at: `java … VaultPictures FOLDER`. Unlocked, locked and refused in light,
/// dark, English and Korean; the other failures, the empty vault and the smallest window once each.
public final class VaultPictures {

    private static final long SETTLED = 1000;

    private final Sealed sealed = new Sealed();
    private final Path work = Files.createTempDirectory("vault");
    private final Path file = sealed.writeTo(work);
    private final Path identity = work.resolve("me.key");
    private final Path other = work.resolve("other.key");
    private final Path trust = work.resolve("trust");
    private final Path stranger = work.resolve("stranger");
    private final Path out;

    private VaultPictures(Path out) throws IOException {
        this.out = out;
        IdentityFile.write(identity, sealed.buyer, Optional.empty());
        try (var nobody = Identity.generate()) {
            IdentityFile.write(other, nobody, Optional.empty());
        }
        Trust.add(trust, "Hangang Data Market", sealed.signer.verifyingKey());
        try (var key = SigningKey.generate()) {
            Trust.add(stranger, "Namsan Statistics", key.verifyingKey());
        }
    }

    /// What stands on the picture.
    private record Scenery(Path trust, Optional<Path> file, Optional<Path> identity, Instant at) {}

    private record Look(Language language, Theme.Mode mode, double width, double height) {
        static final Look PLAIN = new Look(Language.ENGLISH, Theme.Mode.LIGHT, 1440, 900);

        String suffix() {
            return language.locale().getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            new VaultPictures(Path.of(arguments[0])).all();
        } finally {
            System.exit(0);
        }
    }

    private void all() throws IOException, InterruptedException {
        var unlocked = new Scenery(trust, Optional.of(file), Optional.of(identity), Sealed.DURING);
        var locked = new Scenery(trust, Optional.of(file), Optional.empty(), Sealed.DURING);
        var unknown = new Scenery(stranger, Optional.of(file), Optional.empty(), Sealed.DURING);
        for (var language : Language.values()) {
            for (var mode : Theme.Mode.values()) {
                var look = new Look(language, mode, 1440, 900);
                picture("vault-" + look.suffix(), unlocked, look);
                picture("vault-locked-" + look.suffix(), locked, look);
                picture("vault-unknown-signer-" + look.suffix(), unknown, look);
            }
        }
        picture("vault-small", locked, new Look(Language.KOREAN, Theme.Mode.LIGHT, 1024, 680));
        picture("vault-empty", new Scenery(trust, Optional.empty(), Optional.empty(), Sealed.DURING), Look.PLAIN);
        var late = Instant.parse("2028-01-01T00:00:00Z");
        picture("vault-expired", new Scenery(trust, Optional.of(file), Optional.empty(), late), Look.PLAIN);
        var strange = new Scenery(trust, Optional.of(file), Optional.of(other), Sealed.DURING);
        picture("vault-not-yours", strange, Look.PLAIN);
        var damaged = Files.write(work.resolve("damaged.poseidon"), new byte[100]);
        picture("vault-damaged", new Scenery(trust, Optional.of(damaged), Optional.empty(), late), Look.PLAIN);
        var gone = work.resolve("gone.poseidon");
        picture("vault-gone", new Scenery(trust, Optional.of(gone), Optional.empty(), late), Look.PLAIN);
        sealed.close();
    }

    private void picture(String name, Scenery scenery, Look look) throws InterruptedException {
        var shown = Snapshot.onToolkit(() -> shown(scenery, look));
        Thread.sleep(SETTLED);
        Snapshot.save(Snapshot.onToolkit(() -> Snapshot.take(shown.scene())), out.resolve(name + ".png"));
        Snapshot.onToolkit(() -> {
            shown.model().close();
            return name;
        });
    }

    private record Shown(Scene scene, VaultModel model) {}

    private Shown shown(Scenery scenery, Look look) {
        var theme = new Theme();
        theme.modeProperty().set(look.mode());
        var surroundings = Sight.surroundings(theme, new Words(look.language()));
        var clock = Clock.fixed(scenery.at(), ZoneOffset.UTC);
        var model = new VaultModel(surroundings.jobs(), sealed.engine, scenery.trust(), clock);
        scenery.file().ifPresent(path -> unlockOnce(model, model.add(path), scenery.identity()));
        var workspace = Pictures.framed(new VaultWorkspace(surroundings, model), look.width());
        return new Shown(theme.scene(workspace, look.width(), look.height()), model);
    }

    private static void unlockOnce(VaultModel model, Purchase purchase, Optional<Path> identity) {
        var once = new AtomicBoolean(true);
        purchase.stateProperty().subscribe(state -> {
            if (state instanceof PurchaseState.Locked && once.getAndSet(false)) {
                identity.ifPresent(key -> model.unlock(purchase, key, new char[0]));
            }
        });
    }
}
