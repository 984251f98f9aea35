package io.poseidon.workbench.app.command.federation;

import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.crypto.federation.Authority;
import io.poseidon.workbench.crypto.federation.Host;
import io.poseidon.workbench.crypto.federation.MemberName;
import io.poseidon.workbench.crypto.federation.Validity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Founds a private federation, or admits more members to one.
@Command(
        name = "pki",
        description = "Makes the certificates, keys and cards of a private federation's members. Run again with other"
                + " names to admit more.")
public final class Pki implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "ca.pem and the members' files")
    private Path out;

    @Option(
            names = "--names",
            required = true,
            split = ",",
            paramLabel = "NAME[=ORGANISATION]",
            description = "members, such as relay,buyer=Hangang,shard1; budgets are per organisation")
    private List<String> names;

    @Option(names = "--hosts", split = ",", paramLabel = "HOST", description = "more names to listen under")
    private List<String> hosts = List.of();

    @Option(names = "--authority", paramLabel = "DIR", description = "folder of the authority's key: DIR/authority")
    private Path vault;

    @Option(names = "--days", paramLabel = "N", defaultValue = "825", description = "valid for N days (825)")
    private int days;

    @Override
    public Integer call() {
        var members = names.stream().map(MemberName::parse).toList();
        var listening = hosts.stream().map(Host::parse).toList();
        var folder = Optional.ofNullable(vault).orElse(out.resolve("authority"));
        var document = Output.object();
        var text = new StringBuilder();
        try (var authority = Authority.in(folder, out, Validity.days(Instant.now(), days))) {
            document.put("federation", authority.trusted().federation().hex());
            var list = document.putArray("members");
            for (var card : authority.admit(members, listening, out)) {
                list.addObject()
                        .put("name", card.member().name())
                        .put("organisation", card.member().organisation())
                        .put("fingerprint", card.fingerprint());
                text.append(card.member().name())
                        .append(' ')
                        .append(card.fingerprint())
                        .append('\n');
            }
        }
        output.document(document, text.toString().stripTrailing());
        return 0;
    }
}
