package io.poseidon.workbench.app.evidence;

import io.poseidon.workbench.model.Texts;
import io.poseidon.workbench.query.gate.Attestation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// What a sound record proves and what it does not, in plain sentences.
///
/// @param tree whether the digest of the tree was computed again from the text
/// @param result the file that was held against the record and found to be the one
public record EvidenceReport(EvidenceCheck.Sound sound, boolean tree, Optional<Path> result) {

    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public List<String> proves(Locale locale) {
        var evidence = sound.evidence();
        var lines = new ArrayList<String>();
        lines.add(text(locale, "unchanged", sound.signer(), sound.keyId()));
        lines.add(text(locale, isShard() ? "shard-said" : "self-said", evidence.time()));
        lines.add(text(
                locale,
                "asked",
                evidence.asked().ran().sql(),
                evidence.asked().decision(),
                evidence.asked().policy()));
        evidence.asked().uploads().forEach((table, digest) -> lines.add(text(locale, "upload", table, digest)));
        if (tree) {
            lines.add(text(locale, "tree", evidence.asked().ran().tree()));
        }
        evidence.budget().ifPresent(spend -> lines.add(text(locale, "spent", spend.before(), spend.after())));
        result.ifPresent(file -> lines.add(text(locale, "result", file)));
        return lines;
    }

    public List<String> doesNotProve(Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(text(locale, isShard() ? "not-true-rows" : "not-others-word"));
        lines.add(text(locale, "not-time"));
        if (!tree) {
            var version = sound.evidence().asked().ran().engine().orElse("");
            lines.add(text(locale, "not-tree", version));
        }
        if (!sound.evidence().asked().uploads().isEmpty()) {
            lines.add(text(locale, "not-upload"));
        }
        if (result.isEmpty()) {
            lines.add(text(locale, "not-result"));
        }
        lines.add(text(locale, "not-exact"));
        return lines;
    }

    /// Of each attestation the words for a person.
    public String attestation(Locale locale) {
        return text(locale, "attestation." + sound.evidence().attestation().name());
    }

    private boolean isShard() {
        return sound.evidence().attestation() == Attestation.SHARD;
    }

    private static String text(Locale locale, String key, Object... arguments) {
        var name = EvidenceReport.class.getPackageName() + ".words";
        var texts = ResourceBundle.getBundle(name, locale, EvidenceReport.class.getClassLoader(), ROOT_IS_ENGLISH);
        return Texts.fill(
                texts.getString(key),
                List.of(arguments).stream().map(String::valueOf).toList());
    }
}
