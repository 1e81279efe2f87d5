package org.campaignbot.storage;

import java.time.InstantSource;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.desk.DeskCards;
import org.campaignbot.alert.desk.DeskChats;
import org.campaignbot.crm.CrmEvents;
import org.campaignbot.organizers.Blocks;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.party.Parties;
import org.campaignbot.settings.Settings;
import org.campaignbot.subscriptions.Subscriptions;
import org.campaignbot.testkit.AlertsContract;
import org.campaignbot.testkit.ApiTokensContract;
import org.campaignbot.testkit.BlocksContract;
import org.campaignbot.testkit.ConversationStoreContract;
import org.campaignbot.testkit.CrmEventsContract;
import org.campaignbot.testkit.DeskCardsContract;
import org.campaignbot.testkit.DeskChatsContract;
import org.campaignbot.testkit.EffectResultsContract;
import org.campaignbot.testkit.HeldFactsContract;
import org.campaignbot.testkit.InstallStatesContract;
import org.campaignbot.testkit.InstallationsContract;
import org.campaignbot.testkit.OrganizersContract;
import org.campaignbot.testkit.OutboxContract;
import org.campaignbot.testkit.PartiesContract;
import org.campaignbot.testkit.RecipientsContract;
import org.campaignbot.testkit.SettingsContract;
import org.campaignbot.testkit.SubscriptionsContract;
import org.campaignbot.testkit.TallyContract;
import org.campaignbot.testkit.TimersContract;
import org.campaignbot.testkit.WrongNumbersContract;
import org.campaignbot.timers.Timers;
import org.campaignbot.update.EffectResults;
import org.campaignbot.update.HeldFacts;
import org.campaignbot.workspace.InstallStates;
import org.campaignbot.workspace.Installations;
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
    class OfApiTokens extends ApiTokensContract {
        @Override
        protected Stores empty() {
            Database database = kind.empty();
            return new Stores(database.apiTokens(), database.organizers());
        }
    }

    @Nested
    class OfCrmEvents extends CrmEventsContract {
        @Override
        protected CrmEvents empty() {
            return kind.empty().crmEvents();
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
    class OfAnswers extends EffectResultsContract {
        @Override
        protected EffectResults empty() {
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
            return new Store(database.subscriptions(), database.recipients());
        }
    }
}
