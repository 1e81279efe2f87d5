package campaignbot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormerKeysTest {

    @Test
    void theDayOfApprovalHasAnotherKeyNow() {
        assertThat(FormerKeys.present(Map.of("approval", "2026-11-20", "endorsed_by", "Us")))
                .isEqualTo(Map.of("approved-on", "2026-11-20", "endorsed_by", "Us"));
    }

    @Test
    void whoApprovesAlertsKeepsTheKey() {
        assertThat(FormerKeys.present("approval", "alone")).isEqualTo("approval");
        assertThat(FormerKeys.present("approval", null)).isEqualTo("approval");
    }
}
