package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.sealing.spec.SealSpec.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Licence terms and prices. Every version has a price, and all prices are in one currency.
final class OfferReader {

    private OfferReader() {}

    static Offer offer(Document root, List<Version> versions) {
        var licence = root.required("licence").onlyKeys("purpose", "days");
        var purposes = licence.required("purpose").texts();
        if (purposes.isEmpty() || purposes.stream().anyMatch(purpose -> !purpose.matches("[a-z][a-z0-9-]{0,63}"))) {
            throw licence.required("purpose").expected("a list of words in small letters");
        }
        int days = SpecReader.atLeast(licence.required("days"), 1);
        if (days > 36_525) {
            throw licence.required("days").expected("at most 36525");
        }
        return new Offer(purposes, days, prices(root.required("prices"), versions));
    }

    private static Map<String, Money> prices(Document prices, List<Version> versions) {
        var names = versions.stream().map(Version::name).toArray(String[]::new);
        prices.onlyKeys(names);
        var read = new LinkedHashMap<String, Money>();
        for (var name : names) {
            read.put(name, money(prices.required(name)));
        }
        if (read.values().stream().map(Money::currency).distinct().count() > 1) {
            throw prices.expected("in one currency");
        }
        return read;
    }

    private static Money money(Document price) {
        var entries = price.entries();
        if (entries.size() != 1) {
            throw price.expected("one amount, such as {KRW: 300000}");
        }
        var entry = entries.entrySet().iterator().next();
        if (!entry.getKey().matches("[A-Z]{3}") || entry.getValue().rational().signum() < 0) {
            throw price.expected("a currency of three capital letters with an amount of at least 0");
        }
        return new Money(entry.getValue().rational(), entry.getKey());
    }
}
