package io.poseidon.workbench.sealing;

import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/// A process that seals one edition after the other until somebody kills it. It says `ready` and the milliseconds its
/// first sealing took, and the name of every edition once its sealing has returned.
final class SealingUntilKilled {

    private SealingUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        Supplier<Passphrase> none = () -> {
            throw new IllegalStateException("not wrapped");
        };
        try (var engine = Engine.start();
                var signer = SigningKey.read(folder.resolve("signer.key"));
                var buyer = IdentityFile.read(folder.resolve("buyer.txt"), none).getFirst()) {
            int next =
                    ReleaseLedger.show(folder.resolve("ledger.log")).editions().size();
            for (int i = Math.max(0, next - 1); ; i++) {
                long started = System.nanoTime();
                new Sealing(engine, signer).seal(request(folder, "e" + i, buyer), Progress.NONE);
                if (i == Math.max(0, next - 1)) {
                    tell("ready " + (System.nanoTime() - started) / 1_000_000);
                }
                tell("e" + i);
            }
        }
    }

    static SealRequest request(Path folder, String edition, Identity buyer) throws IOException {
        var text = Specs.SMALL
                .replace("2026q3", edition)
                .replace("release-ledger.log", "ledger.log")
                .replace("gold: {rho: 0.5}", "gold: {rho: 0.4}");
        var spec = Files.writeString(folder.resolve("spec-" + edition + ".yaml"), text);
        return new SealRequest(
                spec,
                folder.resolve("rows.csv"),
                "gold",
                List.of(buyer.recipient().orElseThrow()),
                LocalDate.of(2026, 10, 1),
                folder.resolve("out/" + edition + ".poseidon"),
                folder.resolve("report.json"));
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
