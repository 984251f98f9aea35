package io.poseidon.workbench.crypto.recipient;

import io.poseidon.workbench.crypto.age.AgeProblem;
import java.util.Arrays;
import java.util.Locale;

/// BIP 173 Bech32 without its limit of 90 characters, as age uses it. Works on `char[]`, so that secrets can be zeroed.
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM = 6;

    private Bech32() {}

    /// Lower case; `prefix` is the human-readable part.
    static char[] encode(String prefix, byte[] bytes) {
        var groups = regroup(bytes, 8, 5, true);
        var checked = Arrays.copyOf(groups, groups.length + CHECKSUM);
        int residue = residue(prefix, checked) ^ 1;
        for (int i = 0; i < CHECKSUM; i++) {
            checked[groups.length + i] = (byte) (residue >>> 5 * (5 - i) & 31);
        }
        var text = new char[prefix.length() + 1 + checked.length];
        prefix.getChars(0, prefix.length(), text, 0);
        text[prefix.length()] = '1';
        for (int i = 0; i < checked.length; i++) {
            text[prefix.length() + 1 + i] = ALPHABET.charAt(checked[i]);
        }
        Arrays.fill(groups, (byte) 0);
        Arrays.fill(checked, (byte) 0);
        return text;
    }

    /// Refuses mixed case, a foreign prefix, a wrong checksum and padding that is not zero.
    static byte[] decode(String prefix, char[] text) {
        int start = prefix.length() + 1;
        var lower = lowerCase(text);
        var groups = new byte[Math.max(0, text.length - start)];
        var payload = new byte[0];
        try {
            if (text.length < start + CHECKSUM) {
                throw AgeProblem.key("it is too short");
            }
            if (!hasPrefix(prefix, lower)) {
                throw AgeProblem.key("it does not begin with " + prefix.toUpperCase(Locale.ROOT) + "1");
            }
            for (int i = 0; i < groups.length; i++) {
                groups[i] = (byte) ALPHABET.indexOf(lower[start + i]);
                if (groups[i] < 0) {
                    throw AgeProblem.key("it has a character that keys do not have");
                }
            }
            if (residue(prefix, groups) != 1) {
                throw AgeProblem.key("its checksum is wrong");
            }
            payload = Arrays.copyOf(groups, groups.length - CHECKSUM);
            return regroup(payload, 5, 8, false);
        } finally {
            Arrays.fill(lower, '\0');
            Arrays.fill(groups, (byte) 0);
            Arrays.fill(payload, (byte) 0);
        }
    }

    private static boolean hasPrefix(String prefix, char[] text) {
        for (int i = 0; i < prefix.length(); i++) {
            if (text[i] != prefix.charAt(i)) {
                return false;
            }
        }
        return text[prefix.length()] == '1';
    }

    private static char[] lowerCase(char[] text) {
        boolean upper = false;
        boolean lower = false;
        var result = new char[text.length];
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            result[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        if (upper && lower) {
            throw AgeProblem.key("it mixes upper and lower case");
        }
        return result;
    }

    private static int residue(String prefix, byte[] groups) {
        int residue = 1;
        for (int i = 0; i < prefix.length(); i++) {
            residue = step(residue, prefix.charAt(i) >> 5);
        }
        residue = step(residue, 0);
        for (int i = 0; i < prefix.length(); i++) {
            residue = step(residue, prefix.charAt(i) & 31);
        }
        for (byte group : groups) {
            residue = step(residue, group);
        }
        return residue;
    }

    private static int step(int residue, int value) {
        int top = residue >>> 25;
        int next = (residue & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((top >> i & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    private static byte[] regroup(byte[] from, int fromBits, int toBits, boolean pad) {
        int mask = (1 << toBits) - 1;
        var to = new byte[(from.length * fromBits + (pad ? toBits - 1 : 0)) / toBits];
        int bits = 0;
        int held = 0;
        int n = 0;
        for (byte value : from) {
            held = held << fromBits | value & (1 << fromBits) - 1;
            bits += fromBits;
            while (bits >= toBits) {
                bits -= toBits;
                to[n++] = (byte) (held >> bits & mask);
            }
            held &= (1 << bits) - 1;
        }
        if (pad && bits > 0) {
            to[n] = (byte) (held << toBits - bits & mask);
        } else if (bits >= fromBits || held != 0) {
            throw AgeProblem.key("its last characters are not those of a key");
        }
        return to;
    }
}
