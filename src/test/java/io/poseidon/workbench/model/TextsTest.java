package io.poseidon.workbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextsTest {

    private static String filled(String pattern, String... arguments) {
        return Texts.fill(pattern, List.of(arguments));
    }

    @Test
    void fillsGapsOnceAndLeavesWhatIsNone() {
        assertEquals("b {1} a {x} {7}", filled("{1} {0} a {x} {7}", "{1}", "b"));
    }

    @Test
    void choosesTheParticleByTheSoundBeforeIt() {
        assertEquals("서울이 없습니다", filled("{0}이(가) 없습니다", "서울"));
        assertEquals("제주가 없습니다", filled("{0}이(가) 없습니다", "제주"));
        assertEquals("\"표\"는", filled("\"{0}\"은(는)", "표"));
        assertEquals("표본을, 표를", filled("{0}을(를), {1}을(를)", "표본", "표"));
        assertEquals("부산과 대구와 판과", filled("{0}과(와) {1}과(와) {2}와(과)", "부산", "대구", "판"));
    }

    @Test
    void readsDigitsAloud() {
        assertEquals("0이 1이 2가 3이 4가", filled("{0}이(가) {1}이(가) {2}이(가) {3}이(가) {4}이(가)", "0", "1", "2", "3", "4"));
        assertEquals("5가 6이 7이 8이 9가", filled("{0}이(가) {1}이(가) {2}이(가) {3}이(가) {4}이(가)", "5", "6", "7", "8", "9"));
        assertEquals("0.05 %가", filled("{0}이(가)", "0.05 %"));
    }

    @Test
    void readsTheSoundOfRieulAsOpenBeforeRo() {
        assertEquals(
                "서울로, 부산으로, 대구로, 1로, 3으로",
                filled("{0}(으)로, {1}(으)로, {2}(으)로, {3}(으)로, {4}(으)로", "서울", "부산", "대구", "1", "3"));
    }

    @Test
    void leavesBothFormsBehindALetterWhoseSoundCannotBeTold() {
        assertEquals("random은(는)", filled("{0}은(는)", "random"));
    }
}
