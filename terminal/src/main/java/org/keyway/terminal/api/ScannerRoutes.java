package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Scan;
import org.keyway.identifier.scanner.Calibration;
import org.keyway.identifier.scanner.CalibrationResult;
import org.keyway.identifier.scanner.KeyboardLayout;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.identifier.scanner.Separators;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.api.ScannerProfileJson.CalibrationJson;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/** What a station's scanner does to labels: {@code /api/v1/stations/{id}/scanner-profile} and its calibration. */
public final class ScannerRoutes implements Routes {
    private static final String PROFILE = "/api/v1/stations/{id}/scanner-profile";
    private static final int MOST_KEYS = 128;

    private final ScannerProfiles profiles;
    private final WorkshopSource workshop;

    @Inject
    public ScannerRoutes(ScannerProfiles profiles, WorkshopSource workshop) {
        this.profiles = profiles;
        this.workshop = workshop;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PROFILE, context -> context.json(kept(station(context))));
        routes.put(PROFILE, this::keep);
        routes.delete(PROFILE, this::forget);
        routes.post("/api/v1/stations/{id}/scanner-calibrations", this::calibrate);
    }

    private String station(Context context) {
        String id = context.pathParam("id");
        return workshop.current()
                .station(id)
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_STATION, Map.of("station", id)))
                .id();
    }

    private ScannerProfileJson kept(String station) {
        Optional<ScannerProfile> profile = profiles.of(station);
        return new ScannerProfileJson(station, profile.isPresent(), profile.orElse(ScannerProfile.DEFAULT));
    }

    private void keep(Context context) {
        String station = station(context);
        profiles.keep(station, profile(context));
        context.json(kept(station));
    }

    private void forget(Context context) {
        profiles.forget(station(context));
        context.status(204);
    }

    private void calibrate(Context context) {
        String station = station(context);
        RequestBody body = RequestBody.read(context, Set.of("data", "symbology"));
        Scan scan = new Scan(body.text("data", RequestBody.MAX_SIZE), body.optionalText("symbology", 8));
        body.check();
        CalibrationResult result = Calibration.of(scan);
        context.json(CalibrationJson.of(
                result, profiles.of(station).filter(result::proves).isPresent()));
    }

    private static ScannerProfile profile(Context context) {
        RequestBody body = RequestBody.read(
                context, Set.of("prefix", "suffix", "caseSwapped", "layout", "separators", "symbologySent"));
        String prefix =
                body.optionalText("prefix", ScannerProfile.LONGEST_AFFIX).orElse("");
        String suffix =
                body.optionalText("suffix", ScannerProfile.LONGEST_AFFIX).orElse("");
        boolean caseSwapped = body.flag("caseSwapped");
        RequestBody layout = body.object("layout", Set.of("received", "printed", "unreadable"));
        String received = layout.optionalText("received", MOST_KEYS).orElse("");
        String printed = layout.optionalText("printed", MOST_KEYS).orElse("");
        String unreadable = layout.optionalText("unreadable", MOST_KEYS).orElse("");
        RequestBody forms = body.object("separators", Set.of("gs", "rs", "eot"));
        String gs = forms.optionalText("gs", Separators.LONGEST_FORM).orElse(Separators.TRUE.gs());
        String rs = forms.optionalText("rs", Separators.LONGEST_FORM).orElse(Separators.TRUE.rs());
        String eot = forms.optionalText("eot", Separators.LONGEST_FORM).orElse(Separators.TRUE.eot());
        boolean symbologySent = body.flag("symbologySent");
        KeyboardLayout keyboard =
                body.made("layout", () -> new KeyboardLayout(received, printed, unreadable), KeyboardLayout.SAME);
        Separators separators = body.made("separators", () -> new Separators(gs, rs, eot), Separators.TRUE);
        body.check();
        ScannerProfile profile = new ScannerProfile(prefix, suffix, caseSwapped, keyboard, separators, symbologySent);
        if (!profile.witnessed()) {
            body.refuse("symbologySent", "KW-HTTP-FIELD-WITNESS");
            body.check();
        }
        return profile;
    }
}
