package campaignbot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.alert.Recipients.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FigureSumsTest {

    @Test
    void eachCountIsAddedUpForItselfAndOnlyWhatWasSentByStateAndDay() {
        FigureSums sums = new FigureSums();
        List.of(
                        new Figure("NY", "", "queued", 3),
                        new Figure("NY", "2026-11-24", "sent", 40),
                        new Figure("NY", "2026-11-25", "sent", 2),
                        new Figure("", "2026-11-24", "sent", 5),
                        new Figure("VT", "2026-11-24", "failed/blocked", 4),
                        new Figure("NY", "2026-11-24", "failed/blocked", 1),
                        new Figure("NY", "2026-11-24", "withheld/left", 6),
                        new Figure("NY", "2026-11-24", "expired", 7),
                        new Figure("NY", "2026-11-24", "unknown", 8),
                        new Figure("NY", "2026-11-24", "started", 9),
                        new Figure("NY", "2026-11-24", "told/spoke", 10),
                        new Figure("VT", "2026-11-24", "told/voicemail", 11),
                        new Figure("NY", "2026-11-24", "opted-out", 12))
                .forEach(sums::add);
        assertThat(sums.figures())
                .isEqualTo(new AlertFigures.Figures(
                        3,
                        47,
                        Map.of("blocked", 5L),
                        6,
                        7,
                        8,
                        OptionalLong.empty(),
                        9,
                        Map.of("spoke", 10L, "voicemail", 11L),
                        12,
                        Map.of("NY", 42L, AudienceCount.NO_STATE, 5L),
                        Map.of(LocalDate.of(2026, 11, 24), 45L, LocalDate.of(2026, 11, 25), 2L)));
        assertThat(new FigureSums().figures()).isEqualTo(AlertFigures.Figures.NONE);
    }
}
