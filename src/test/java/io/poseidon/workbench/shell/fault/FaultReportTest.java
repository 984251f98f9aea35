package io.poseidon.workbench.shell.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FaultReportTest {

    @Test
    void namesTypesAndPlacesButNoMessage() {
        var fault = new IllegalStateException("card 1234-5678", new NumberFormatException("For input string: \"Kim\""));
        var text = FaultReport.of(fault).text();
        assertTrue(text.contains("java.lang.IllegalStateException"));
        assertTrue(text.contains("caused by java.lang.NumberFormatException"));
        assertTrue(text.contains("FaultReportTest.namesTypesAndPlacesButNoMessage"));
        assertFalse(text.contains("1234"));
        assertFalse(text.contains("Kim"));
    }
}
