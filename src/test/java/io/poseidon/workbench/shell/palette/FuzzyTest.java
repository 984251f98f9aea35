package io.poseidon.workbench.shell.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyTest {

    @Test
    void findsLettersInOrder() {
        assertEquals(
                List.of(0, 1, 7),
                Fuzzy.match("exv", "Export view").orElseThrow().places());
        assertTrue(Fuzzy.match("vxe", "Export view").isEmpty());
    }

    @Test
    void findsHangulByFirstConsonants() {
        assertEquals(
                List.of(0, 1, 2, 3), Fuzzy.match("ㄴㅂㄴㄱ", "내보내기").orElseThrow().places());
    }

    @Test
    void findsHangulWhileASyllableIsBeingComposed() {
        assertTrue(Fuzzy.match("하", "한국어로 전환").isPresent());
        assertTrue(Fuzzy.match("한", "한국어로 전환").isPresent());
        assertTrue(Fuzzy.match("호", "한국어로 전환").isEmpty());
    }

    @Test
    void prefersWordBeginningsAndShortTexts() {
        assertTrue(score("th", "Theme") > score("th", "Switch to another"));
        assertTrue(score("set", "Settings") > score("set", "Show the settings sheet"));
    }

    @Test
    void anEmptyQueryFindsEverything() {
        assertTrue(Fuzzy.match("  ", "anything").isPresent());
    }

    private static int score(String query, String text) {
        return Fuzzy.match(query, text).orElseThrow().score();
    }
}
