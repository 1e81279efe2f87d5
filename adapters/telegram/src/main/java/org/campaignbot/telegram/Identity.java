package org.campaignbot.telegram;

import java.util.Optional;
import org.campaignbot.telegram.BotApi.Answer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** Asks Telegram who the bot is until it knows. */
final class Identity {

    private final BotApi api;
    private volatile @Nullable BotAccount known;

    Identity(BotApi api) {
        this.api = api;
    }

    /** Who the bot is; empty if Telegram didn't say, in which case the next call asks again. */
    Optional<BotAccount> account() {
        if (known == null) {
            synchronized (this) {
                if (known == null) {
                    ask();
                }
            }
        }
        return Optional.ofNullable(known);
    }

    /** Who the bot is, if already known. */
    Optional<BotAccount> known() {
        return Optional.ofNullable(known);
    }

    /** Asks again, and returns Telegram's answer. */
    Answer ask() {
        Answer answer = api.call(new GetMe());
        read(answer).ifPresent(account -> known = account);
        return answer;
    }

    /** Reads the bot's account from an answer to {@link #ask}. */
    static Optional<BotAccount> read(Answer answer) {
        if (answer instanceof Answer.Done done
                && done.result().path("id").isIntegralNumber()
                && done.result().path("username").isTextual()) {
            return Optional.of(new BotAccount(
                    done.result().path("id").asText(),
                    done.result().path("username").asText(),
                    done.result().path("can_read_all_group_messages").asBoolean(false)));
        }
        return Optional.empty();
    }
}
