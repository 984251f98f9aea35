package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.contributor.NearestNeighbours;
import io.poseidon.workbench.pricing.contributor.NearestNeighbours.Point;
import io.poseidon.workbench.pricing.contributor.NearestNeighbours.Valuation;
import java.util.ArrayList;
import java.util.List;

/// `knn_shapley`: points on a line, or in space where `x` is a list.
final class NeighbourCases {

    private NeighbourCases() {}

    static Answer value(Document given) {
        var model = model(given);
        var tests = Read.some(given.required("tests"));
        int dimensions = model.training().getFirst().at().size();
        var json = Read.object();
        var perTest = json.putArray("per_test");
        var valuations = new ArrayList<Valuation>();
        for (var test : tests) {
            var point = point(test.required("x"), test.required("y"), dimensions);
            var valuation = model.value(point);
            valuations.add(valuation);
            add(perTest, test, valuation);
        }
        var hard =
                NearestNeighbours.mean(valuations.stream().map(Valuation::hard).toList());
        var soft =
                NearestNeighbours.mean(valuations.stream().map(Valuation::soft).toList());
        json.set("knn_shapley", Read.texts(hard));
        json.set("knn_shapley_float", Read.doubles(hard));
        json.set("soft_label_knn_shapley", Read.texts(soft));
        return new Answer(json, "KNN-Shapley " + GameCases.joined(hard));
    }

    private static NearestNeighbours model(Document given) {
        var points = Read.some(given.required("train_x"));
        var labels = Read.items(given.required("train_y"), points.size());
        int dimensions = coordinates(points.getFirst()).size();
        var training = new ArrayList<Point>();
        for (int i = 0; i < points.size(); i++) {
            training.add(point(points.get(i), labels.get(i), dimensions));
        }
        return new NearestNeighbours(atLeastOne(given.required("K")), atLeastOne(given.required("classes")), training);
    }

    private static Point point(Document at, Document label, int dimensions) {
        var coordinates = coordinates(at);
        if (coordinates.size() != dimensions) {
            throw at.expected("a point of " + dimensions + " coordinates");
        }
        return new Point(coordinates, label.text());
    }

    private static List<Rational> coordinates(Document at) {
        return at.isList() ? Read.fractions(at) : List.of(Read.fraction(at));
    }

    private static int atLeastOne(Document given) {
        int value = given.integer();
        if (value < 1) {
            throw given.expected("a whole number of at least 1");
        }
        return value;
    }

    private static void add(ArrayNode list, Document test, Valuation valuation) {
        ObjectNode json = list.addObject();
        if (test.required("x").isList()) {
            json.set("test_x", Read.texts(coordinates(test.required("x"))));
        } else {
            json.put("test_x", test.required("x").text());
        }
        label(json, test.required("y").text());
        var order = json.putArray("order");
        valuation.order().forEach(order::add);
        json.set("values", Read.texts(valuation.hard()));
        json.set("soft_values", Read.texts(valuation.soft()));
    }

    private static void label(ObjectNode json, String label) {
        if (label.matches("-?\\d{1,18}")) {
            json.put("test_y", Long.parseLong(label));
        } else {
            json.put("test_y", label);
        }
    }
}
