package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.job.Job;

/** A scanner that types as a keyboard is read whatever the computer makes of its keys. */
@ExtendWith(ShopFloorExtension.class)
final class WedgeTest {
    private final ShopFloor floor;
    private final Screen screen;
    private final String serial = ShopFloor.freshSerial();

    WedgeTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor).station("ST-10");
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    private Job theJob() {
        List<Job> jobs = floor.jobsOf(serial);
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private void theWholeLabelArrived() {
        screen.shows("good", serial);
        assertThat(theJob().data()).isEqualTo(ShopFloor.block(serial));
        assertThat(theJob().identity().orElseThrow().lot()).isEqualTo(Optional.of("L261116A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Control+BracketRight", "Control+]", "F8"})
    void theGroupSeparatorIsKept(String key) {
        screen.wedge(ShopFloor.block(serial), key).enter();

        theWholeLabelArrived();
    }

    @Test
    void theGroupSeparatorIsKeptWhenTypedByItsNumber() {
        screen.wedge(ShopFloor.block(serial), "Alt+029").enter();

        theWholeLabelArrived();
    }

    @Test
    void aScannerWithoutEnterIsReadToo() {
        screen.wedge(ShopFloor.block(serial), "Control+BracketRight");

        theWholeLabelArrived();
    }

    @Test
    void anEnvelopeWithLineEndsWithinItIsOneScan() {
        List<String> keys = new ArrayList<>(typed("[)>"));
        keys.add("Control+Digit6");
        keys.addAll(typed("06"));
        keys.add("Control+BracketRight");
        keys.addAll(typed("PP150-0042"));
        keys.add("Control+BracketRight");
        keys.addAll(typed("S" + serial));
        keys.addAll(List.of("Control+Digit6", "Control+KeyD"));
        screen.keys(keys);
        screen.enter();

        screen.shows("good", serial);
        assertThat(theJob().data()).isEqualTo("[)>\u001E06\u001DPP150-0042\u001DS" + serial + "\u001E\u0004");
    }

    private static List<String> typed(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
    }

    @Test
    void capsLockDoesNotTurnTheCaseAround() {
        // A browser without a window has no Caps Lock; these are the events it makes of a scanner's keys under Caps
        // Lock.
        screen.page().evaluate("""
                        label => { for (const c of label) {
                          const letter = /[A-Za-z]/.test(c);
                          const upper = letter && c === c.toUpperCase();
                          const key = letter ? (upper ? c.toLowerCase() : c.toUpperCase()) : c;
                          document.body.dispatchEvent(new KeyboardEvent('keydown', c === '\\u001d'
                            ? { key: ']', code: 'BracketRight', ctrlKey: true, modifierCapsLock: true, bubbles: true, cancelable: true }
                            : { key, code: letter ? 'Key' + c.toUpperCase() : '', shiftKey: upper, modifierCapsLock: true, bubbles: true, cancelable: true }));
                        } }
                        """, ShopFloor.block(serial));

        theWholeLabelArrived();
        assertThat(screen.at("#hints")).containsText("Caps Lock");
    }

    @Test
    void anInputMethodDoesNotGarbleTheLabel() {
        // What a browser makes of keys while an input method is composing: their places are right, their meaning is
        // gone.
        screen.page().evaluate("""
                        label => { for (const c of label) {
                          const code = c === '\\u001d' ? 'BracketRight' : c === '-' ? 'Minus'
                            : /[0-9]/.test(c) ? 'Digit' + c : 'Key' + c.toUpperCase();
                          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', keyCode: 229, code,
                            ctrlKey: c === '\\u001d', shiftKey: /[A-Z]/.test(c), bubbles: true, cancelable: true }));
                        } }
                        """, ShopFloor.block(serial));
        screen.enter();

        theWholeLabelArrived();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#language", "#verdict", "#history", "#station-name", "#machines"})
    void aTouchAnywhereDoesNotTakeTheScannerAway(String place) {
        screen.at(place).click();

        screen.scan(ShopFloor.block(serial)).shows("good", serial);
        theWholeLabelArrived();
    }

    @Test
    void theFocusOnAButtonDoesNotTakeTheScannerAwayNorPressIt() {
        screen.at("#language").focus();

        // Keys from outside the page, because only those press buttons.
        screen.page().keyboard().type("NOBODYKNOWS");
        screen.page().keyboard().press("Enter");

        screen.shows("bad");
        assertThat(screen.at("html")).hasAttribute("lang", "en");
    }

    @Test
    void whatAHandTypesIsNotAScan() {
        screen.page()
                .keyboard()
                .type(ShopFloor.block(serial).substring(0, 16), new Keyboard.TypeOptions().setDelay(130));
        screen.page().keyboard().press("Enter");

        assertThat(screen.at("#hints")).containsText("Keys typed by hand");
        assertThat(screen.at("#verdict")).hasAttribute("data-kind", "idle");
        screen.scan(ShopFloor.block(serial));
        theWholeLabelArrived();
    }

    @Test
    void aScanDuringAnotherScansJobIsNotLost() {
        String second = ShopFloor.freshSerial();

        screen.scan(ShopFloor.block(serial));
        screen.scan(ShopFloor.block(second));

        await().untilAsserted(() -> {
            assertThat(floor.jobsOf(serial)).hasSize(1);
            assertThat(floor.jobsOf(second)).hasSize(1);
        });
        assertThat(screen.at("#history")).containsText(serial);
        assertThat(screen.at("#history")).containsText(second);
    }
}
