package io.poseidon.workbench.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.text.ClaimsText;
import io.poseidon.workbench.bundle.Claims;
import io.poseidon.workbench.bundle.manifest.Sibling;
import io.poseidon.workbench.crypto.CanonicalJson;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a sealed file says of itself, without believing it.
@Command(name = "inspect", description = "Shows manifest and licence of a sealed file, unverified.")
public final class Inspect implements Callable<Integer> {

    @Mixin
    private Output output;

    @Parameters(paramLabel = "FILE", description = "a sealed file, NAME.poseidon")
    private Path file;

    @Option(
            names = "--beside",
            paramLabel = "FILE",
            description = "another purchase: say whether the two are about the same people and time; may be repeated")
    private List<Path> beside = List.of();

    @Override
    public Integer call() {
        var claims = Claims.read(file);
        var siblings = Sibling.of(
                claims.manifest(),
                beside.stream().map(Claims::read).map(Claims::manifest).toList());
        siblings.forEach(sibling -> output.say("poseidon: caution: " + ClaimsText.sibling(sibling)));
        output.document(document(claims, siblings), text(claims));
        output.say("These are the file's own claims, unverified. Check them with: poseidon verify FILE");
        return 0;
    }

    private ObjectNode document(Claims claims, List<Sibling> siblings) {
        var json = Output.object();
        json.put("file", file.toString());
        json.put("verified", false);
        json.put("signedBy", claims.signer());
        json.set("manifest", CanonicalJson.parse(claims.manifest().toBytes()));
        var cautions = json.putArray("siblings");
        siblings.forEach(sibling -> cautions.addObject()
                .put("kind", sibling.kind().name())
                .put("edition", sibling.other().edition().edition())
                .put("version", sibling.other().version().name())
                .put("why", ClaimsText.sibling(sibling)));
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
