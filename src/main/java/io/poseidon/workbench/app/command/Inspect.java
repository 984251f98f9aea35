package io.poseidon.workbench.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.Claims;
import io.poseidon.workbench.crypto.CanonicalJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows what a sealed file says of itself, without believing it.
@Command(name = "inspect", description = "Shows manifest and licence of a sealed file, unverified.")
public final class Inspect implements Callable<Integer> {

    @Mixin
    private Output output;

    @Parameters(paramLabel = "FILE", description = "a sealed file, NAME.poseidon")
    private Path file;

    @Override
    public Integer call() {
        var claims = Claims.read(file);
        output.document(document(claims), text(claims));
        output.say("These are the file's own claims, unverified. Check them with: poseidon verify FILE");
        return 0;
    }

    private ObjectNode document(Claims claims) {
        var json = Output.object();
        json.put("file", file.toString());
        json.put("verified", false);
        json.put("signedBy", claims.signer());
        json.set("manifest", CanonicalJson.parse(claims.manifest().toBytes()));
        var licences = json.putArray("licences");
        for (var licence : claims.licences()) {
            ClaimsText.licence(licences.addObject().put("verified", false), licence);
        }
        var entries = json.putArray("entries");
        claims.entries()
                .forEach(entry -> entries.addObject().put("name", entry.name()).put("size", entry.size()));
        return json;
    }

    private static String text(Claims claims) {
        var lines = new StringBuilder("UNVERIFIED, as the file describes itself\n");
        ClaimsText.line(lines, "Signed by", claims.signer());
        return lines
                + ClaimsText.manifest(claims.manifest())
                + ClaimsText.licences(claims.licences()).stripTrailing();
    }
}
