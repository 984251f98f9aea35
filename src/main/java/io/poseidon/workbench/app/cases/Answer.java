package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.JsonNode;

/// What a case comes to: as JSON for programs and as a line or more for people.
public record Answer(JsonNode json, String text) {}
