package io.poseidon.workbench.bundle.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.format.StrictJson;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.Rational;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// A licence as an ODRL 2.2 Agreement in JSON-LD: purpose, dates and compensation in the standard's own words, serial,
/// product and version in ours (`poseidon:`).
final class LicenceJson {

    private static final String ODRL = "http://www.w3.org/ns/odrl.jsonld";
    private static final String TERMS = "urn:poseidon:terms:";
    private static final String SERIAL = "urn:poseidon:licence:";
    private static final String SHA256 = "urn:sha256:";
    private static final String RECIPIENT = "urn:age:";
    private static final String CURRENCY = "urn:iso:std:iso:4217:";
    private static final int NAME = 64;
    private static final int KEY = 4096;

    private final String entry;

    LicenceJson(String entry) {
        this.entry = entry;
    }

    static byte[] write(Licence licence) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putArray("@context").add(ODRL).addObject().put("poseidon", TERMS);
        json.put("@type", "Agreement");
        json.put("uid", SERIAL + licence.serial());
        json.put("assigner", SHA256 + licence.signer().hex());
        json.put("assignee", RECIPIENT + licence.buyer());
        json.put("poseidon:product", licence.purchase().product());
        json.put("poseidon:edition", licence.purchase().edition());
        json.put("poseidon:version", licence.purchase().version());
        permission(json.putArray("permission").addObject(), licence);
        return CanonicalJson.of(json);
    }

    private static void permission(ObjectNode json, Licence licence) {
        json.put("target", SHA256 + licence.manifest().hex());
        json.put("action", "use");
        var constraints = json.putArray("constraint");
        var purpose = constraints.addObject().put("leftOperand", "purpose").put("operator", "isAnyOf");
        licence.purpose().forEach(purpose.putArray("rightOperand")::add);
        day(constraints, "gteq", licence.from());
        day(constraints, "lteq", licence.until());
        var compensation = json.putArray("duty").addObject().putArray("action").addObject();
        compensation.putObject("rdf:value").put("@id", "odrl:compensate");
        var amount = compensation.putArray("refinement").addObject();
        amount.put("leftOperand", "payAmount").put("operator", "eq");
        typed(amount, "xsd:decimal", decimal(licence.paid()));
        amount.put("unit", CURRENCY + licence.paid().currency());
    }

    private static void day(ArrayNode constraints, String operator, LocalDate day) {
        var constraint = constraints.addObject().put("leftOperand", "dateTime").put("operator", operator);
        typed(constraint, "xsd:date", day.toString());
    }

    private static void typed(ObjectNode json, String type, String value) {
        json.putObject("rightOperand").put("@type", type).put("@value", value);
    }

    private static String decimal(Money money) {
        var amount = money.amount();
        return new BigDecimal(amount.numerator())
                .divide(new BigDecimal(amount.denominator()))
                .stripTrailingZeros()
                .toPlainString();
    }

    Licence read(byte[] bytes) {
        var json = StrictJson.parse(entry, bytes);
        var permission = only(json.required("permission"));
        var constraints = permission.required("constraint").items(3);
        if (constraints.size() != 3) {
            throw permission.damaged();
        }
        var licence = new Licence(
                after(SERIAL, json.required("uid"), NAME),
                digest(permission.required("target")),
                digest(json.required("assigner")),
                after(RECIPIENT, json.required("assignee"), KEY),
                purchase(json),
                purposes(constraints.getFirst().required("rightOperand")),
                day(constraints.get(1)),
                day(constraints.get(2)),
                paid(permission));
        return asWritten(licence, bytes);
    }

    private Licence asWritten(Licence licence, byte[] bytes) {
        if (!Arrays.equals(licence.toBytes(), bytes)) {
            throw Damage.at(entry);
        }
        return licence;
    }

    private static Licence.Purchase purchase(StrictJson json) {
        return new Licence.Purchase(
                json.required("poseidon:product").text(NAME),
                json.required("poseidon:edition").text(NAME),
                json.required("poseidon:version").text(NAME));
    }

    private static List<String> purposes(StrictJson json) {
        return json.items(16).stream().map(purpose -> purpose.text(NAME)).toList();
    }

    private static Money paid(StrictJson permission) {
        var action = only(only(permission.required("duty")).required("action"));
        var amount = only(action.required("refinement"));
        try {
            var value = decimal(amount.required("rightOperand").required("@value"));
            return new Money(value, after(CURRENCY, amount.required("unit"), 3));
        } catch (IllegalArgumentException e) {
            throw amount.damaged().because(e);
        }
    }

    /// No fraction: most of them have no end as a decimal, and `xsd:decimal` has no other spelling.
    private static Rational decimal(StrictJson json) {
        if (json.text(400).indexOf('/') >= 0) {
            throw json.damaged();
        }
        return json.rational();
    }

    private static LocalDate day(StrictJson constraint) {
        var value = constraint.required("rightOperand").required("@value");
        try {
            return LocalDate.parse(value.text(10));
        } catch (DateTimeException e) {
            throw value.damaged().because(e);
        }
    }

    private static StrictJson only(StrictJson list) {
        var items = list.items(1);
        if (items.isEmpty()) {
            throw list.damaged();
        }
        return items.getFirst();
    }

    private static Digest digest(StrictJson json) {
        var hex = after(SHA256, json, NAME + SHA256.length());
        if (!hex.matches("[0-9a-f]{64}")) {
            throw json.damaged();
        }
        return new Digest(hex);
    }

    private static String after(String prefix, StrictJson json, int most) {
        var text = json.text(prefix.length() + most);
        if (!text.startsWith(prefix) || text.length() == prefix.length()) {
            throw json.damaged();
        }
        return text.substring(prefix.length());
    }
}
