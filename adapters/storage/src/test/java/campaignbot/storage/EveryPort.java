package campaignbot.storage;

import campaignbot.alert.Alerts;
import campaignbot.alert.desk.DeskCards;
import campaignbot.alert.desk.DeskChats;
import campaignbot.organizers.Blocks;
import campaignbot.organizers.Organizers;
import campaignbot.party.Parties;
import campaignbot.reception.Answers;
import campaignbot.reception.HeldFacts;
import campaignbot.settings.Settings;
import campaignbot.subscription.Subscriptions;
import campaignbot.tally.Tally;
import campaignbot.tally.WrongNumbers;
import campaignbot.testkit.AlertsContract;
import campaignbot.testkit.AnswersContract;
import campaignbot.testkit.BlocksContract;
import campaignbot.testkit.ConversationStoreContract;
import campaignbot.testkit.DeskCardsContract;
import campaignbot.testkit.DeskChatsContract;
import campaignbot.testkit.HeldFactsContract;
import campaignbot.testkit.InstallStatesContract;
import campaignbot.testkit.InstallationsContract;
import campaignbot.testkit.OrganizersContract;
import campaignbot.testkit.OutboxContract;
import campaignbot.testkit.PartiesContract;
import campaignbot.testkit.RecipientsContract;
import campaignbot.testkit.SettingsContract;
import campaignbot.testkit.SubscriptionsContract;
import campaignbot.testkit.TallyContract;
import campaignbot.testkit.TimersContract;
import campaignbot.testkit.WrongNumbersContract;
import campaignbot.timer.Timers;
import campaignbot.workspace.InstallStates;
import campaignbot.workspace.Installations;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** The contracts of all ports on one database. */
abstract class EveryPort {

    private final TestDatabase kind;

    EveryPort(TestDatabase kind) {
        this.kind = kind;
    }

    @Nested
    class OfConversations extends ConversationStoreContract {
        @Override
        protected StoreAndOutbox empty() {
            return kind.probed(() -> {});
        }

        @Override
        protected StoreAndOutbox probedBeforeEachWrite(Runnable probe) {
            return kind.probed(probe);
        }
    }

    @Nested
    class OfOutbox extends OutboxContract {
        @Override
        protected ConversationStoreContract.StoreAndOutbox empty() {
            return kind.probed(() -> {});
        }
    }

    @Nested
    class OfAlerts extends AlertsContract {
        @Override
        protected Alerts empty() {
            return kind.empty().alerts();
        }
    }

    @Nested
    class OfAnswers extends AnswersContract {
        @Override
        protected Answers empty() {
            return kind.empty().answers();
        }
    }

    @Nested
    class OfBlocks extends BlocksContract {
        @Override
        protected Blocks empty() {
            return kind.empty().blocks();
        }
    }

    @Nested
    class OfDeskCards extends DeskCardsContract {
        @Override
        protected DeskCards empty() {
            return kind.empty().deskCards();
        }
    }

    @Nested
    class OfDeskChats extends DeskChatsContract {
        @Override
        protected DeskChats empty() {
            return kind.empty().deskChats();
        }
    }

    @Nested
    class OfInstallStates extends InstallStatesContract {
        @Override
        protected InstallStates empty() {
            return kind.empty().installStates();
        }
    }

    @Nested
    class OfInstallations extends InstallationsContract {
        @Override
        protected Installations empty() {
            return kind.empty().installations();
        }
    }

    @Nested
    class OfOrganizers extends OrganizersContract {
        @Override
        protected Organizers empty() {
            return kind.empty().organizers();
        }
    }

    @Nested
    class OfParties extends PartiesContract {
        @Override
        protected Parties empty() {
            return kind.empty().parties();
        }
    }

    @Nested
    class OfSubscriptions extends SubscriptionsContract {
        @Override
        protected Subscriptions empty() {
            return kind.empty().subscriptions();
        }
    }

    @Nested
    class OfTally extends TallyContract {
        @Override
        protected Tally empty() {
            return kind.empty().tally();
        }
    }

    @Nested
    class OfTimers extends TimersContract {
        @Override
        protected Timers empty() {
            return kind.empty().timers();
        }
    }

    @Nested
    class OfWrongNumbers extends WrongNumbersContract {
        @Override
        protected WrongNumbers empty() {
            return kind.empty().wrongNumbers();
        }
    }

    @Nested
    class OfSettings extends SettingsContract {
        @Override
        protected Settings untouched() {
            return kind.empty().settings("tiny");
        }
    }

    @Nested
    class OfHeldFacts extends HeldFactsContract {
        @Override
        protected HeldFacts empty(InstantSource clock) {
            return kind.empty().inAnotherProcess(clock, () -> {}).heldFacts();
        }
    }

    @Nested
    class OfRecipients extends RecipientsContract {
        @Override
        protected Store empty() {
            Database database = kind.empty();
            return new Store(database.subscriptions(), database.outbox(), database.recipients());
        }
    }
}
