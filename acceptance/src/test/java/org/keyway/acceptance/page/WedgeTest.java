package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
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
    private static final int FROM_INPUT_METHOD = 229;

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
        String[] fields = ShopFloor.block(serial).split("\u001D", -1);
        screen.page().keyboard().type(fields[0]);
        altNumber("029");
        screen.page().keyboard().type(fields[1]);
        altNumber("029");
        screen.page().keyboard().type(fields[2]);
        screen.enter();

        theWholeLabelArrived();
    }

    private void altNumber(String digits) {
        Keyboard keyboard = screen.page().keyboard();
        keyboard.down("Alt");
        for (int i = 0; i < digits.length(); i++) {
            keyboard.press("Numpad" + digits.charAt(i));
        }
        keyboard.up("Alt");
    }

    @Test
    void aScannerWithoutEnterIsReadToo() {
        screen.wedge(ShopFloor.block(serial), "Control+BracketRight");

        theWholeLabelArrived();
    }

    @Test
    void anEnvelopeWithLineEndsWithinItIsOneScan() {
        screen.page().keyboard().type("[)>");
        screen.page().keyboard().press("Control+Digit6");
        screen.page().keyboard().type("06");
        screen.page().keyboard().press("Control+BracketRight");
        screen.page().keyboard().type("PP150-0042");
        screen.page().keyboard().press("Control+BracketRight");
        screen.page().keyboard().type("S" + serial);
        screen.page().keyboard().press("Control+Digit6");
        screen.page().keyboard().press("Control+KeyD");
        screen.enter();

        screen.shows("good", serial);
        assertThat(theJob().data()).isEqualTo("[)>\u001E06\u001DPP150-0042\u001DS" + serial + "\u001E\u0004");
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
        CDPSession keys = screen.page().context().newCDPSession(screen.page());
        for (char c : ShopFloor.block(serial).toCharArray()) {
            keys.send("Input.dispatchKeyEvent", swallowedByInputMethod(c));
        }
        screen.enter();

        theWholeLabelArrived();
    }

    /** The key as a browser reports it while an input method is composing: its place is right, its meaning is gone. */
    private static JsonObject swallowedByInputMethod(char c) {
        JsonObject key = new JsonObject();
        boolean separator = c == '\u001D';
        boolean upper = Character.isUpperCase(c);
        key.addProperty("type", "rawKeyDown");
        key.addProperty("key", "Process");
        key.addProperty("windowsVirtualKeyCode", FROM_INPUT_METHOD);
        key.addProperty("code", separator ? "BracketRight" : place(c));
        key.addProperty("modifiers", separator ? 2 : upper ? 8 : 0);
        return key;
    }

    private static String place(char c) {
        if (c == '-') {
            return "Minus";
        }
        return Character.isDigit(c) ? "Digit" + c : "Key" + Character.toUpperCase(c);
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

        screen.scan(ShopFloor.block(serial));

        theWholeLabelArrived();
        assertThat(screen.at("html")).hasAttribute("lang", "en");
    }

    @Test
    void whatAHandTypesIsNotAScan() {
        screen.page()
                .keyboard()
                .type(ShopFloor.block(serial).substring(0, 16), new Keyboard.TypeOptions().setDelay(130));
        screen.enter();

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
