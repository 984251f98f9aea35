package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.util.regex.Pattern;

/// Who a member is.
///
/// @param name of the machine or role, unique in the federation; also the stem of its files
/// @param organisation whose budgets it spends; several members may share one
public record MemberName(String name, String organisation) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ORGANISATION = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .&'-]{0,62}");

    public MemberName {
        if (!NAME.matcher(name).matches() || name.equals("ca")) {
            throw Problem.of(Kind.USAGE, MemberName.class, "member-name-invalid", name);
        }
        if (!ORGANISATION.matcher(organisation).matches()) {
            throw Problem.of(Kind.USAGE, MemberName.class, "organisation-invalid", name);
        }
    }

    /// Reads `shard1`, which is its own organisation, or `buyer=Hangang Analytics`.
    public static MemberName parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new MemberName(text, text)
                : new MemberName(text.substring(0, equals), text.substring(equals + 1));
    }
}
