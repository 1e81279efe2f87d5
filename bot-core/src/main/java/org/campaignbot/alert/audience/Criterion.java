package org.campaignbot.alert.audience;

import java.util.Set;
import org.campaignbot.directory.Chamber;
import org.campaignbot.people.Language;

/** Something that a subscriber can match; any one of several values is enough. */
public sealed interface Criterion {

    /** Lives in one of these states, by their postal codes. */
    record InState(Set<String> states) implements Criterion {
        public InState {
            states = Set.copyOf(states);
        }
    }

    /** Lives in one of these districts, as {@code NY-10}; people who told only a state don't match. */
    record InDistrict(Set<String> districts) implements Criterion {
        public InDistrict {
            districts = Set.copyOf(districts);
        }
    }

    /** Has someone to call in this chamber now. */
    record HasChamber(Chamber chamber) implements Criterion {}

    /** Is represented by one of these lawmakers, by their ids in the tables. */
    record HasLawmaker(Set<String> lawmakers) implements Criterion {
        public HasLawmaker {
            lawmakers = Set.copyOf(lawmakers);
        }
    }

    /** Is represented by a member of one of these parties, as the tables name them. */
    record HasParty(Set<String> parties) implements Criterion {
        public HasParty {
            parties = Set.copyOf(parties);
        }
    }

    /** Is represented by a member of one of these committees or subcommittees, by their codes. */
    record OnCommittee(Set<String> committees) implements Criterion {
        public OnCommittee {
            committees = Set.copyOf(committees);
        }
    }

    /** Wants to be written to in one of these languages. */
    record InLanguage(Set<Language> languages) implements Criterion {
        public InLanguage {
            languages = Set.copyOf(languages);
        }
    }

    /** Is reached on one of these platforms, by the names of their channels. */
    record OnPlatform(Set<String> channels) implements Criterion {
        public OnPlatform {
            channels = Set.copyOf(channels);
        }
    }

    /** Is reached through one of these bots or workspaces, by the names of their accounts. */
    record OfGroup(Set<String> accounts) implements Criterion {
        public OfGroup {
            accounts = Set.copyOf(accounts);
        }
    }

    /** Took this part in an earlier alert. */
    record Earlier(String alert, Part part) implements Criterion {}

    /** What a person did with an alert. */
    enum Part {
        /** It was sent to them. */
        GOT,
        /** It was sent to them, and they reported an outcome of its action. */
        ACTED,
        /** It was sent to them, and they reported none. */
        DID_NOT_ACT
    }
}
