package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What one buyer may do with one sealed file: an ODRL 2.2 Agreement, bound to the manifest by its digest and to the
/// buyer by the recipient (`age1…`). `from` counts from the beginning of its day, `until` to the end of its day, UTC.
/// `signer` is the id of the key that signs, the agreement's assigner.
public record Licence(
        String serial,
        Digest manifest,
        Digest signer,
        String buyer,
        Purchase purchase,
        List<String> purpose,
        LocalDate from,
        LocalDate until,
        Money paid) {

    public static final String ENTRY = "licence.json";
    public static final String TYPE = "application/vnd.poseidon.licence+json";

    /// What was bought.
    public record Purchase(String product, String edition, String version) {}

    public Licence {
        purpose = List.copyOf(purpose);
    }

    /// Reads strictly; anything that would be written differently is `damaged`. `entry` names it in messages.
    public static Licence parse(String entry, byte[] bytes) {
        return new LicenceJson(entry).read(bytes);
    }

    public byte[] toBytes() {
        return LicenceJson.write(this);
    }

    public boolean hasBegunAt(Instant at) {
        return !at.isBefore(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public boolean isOverAt(Instant at) {
        return !at.isBefore(until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// Entries of the first, second, … licence: `licence.json`, `licence-2.json`, ….
    public static String entry(int index) {
        return index == 0 ? ENTRY : "licence-" + (index + 1) + ".json";
    }
}
