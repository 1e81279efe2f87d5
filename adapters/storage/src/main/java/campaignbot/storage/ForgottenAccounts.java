package campaignbot.storage;

import campaignbot.delivery.Account;
import campaignbot.people.Address;
import campaignbot.reception.HeldFacts;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Deletes all that belongs to a bot's account or workspace.
 *
 * <p>Rows do not tell their account, so all are opened, some hundreds at a time, and those of the account are deleted. What is to
 * be forgotten is noted first and the note goes last, so that after a crash, or a key rotation that moved rows meanwhile, it is
 * known what to go on with.
 */
final class ForgottenAccounts {

    static final int ROWS_AT_ONCE = 500;

    /** What a turn that was under way wrote behind the first look is found by the second. */
    private static final int LOOKS = 2;

    private final Connections connections;
    private final Identities identities;
    private final JdbcOutbox outbox;
    private final HeldFacts heldFacts;

    ForgottenAccounts(Connections connections, Identities identities, JdbcOutbox outbox, HeldFacts heldFacts) {
        this.connections = connections;
        this.identities = identities;
        this.outbox = outbox;
        this.heldFacts = heldFacts;
    }

    void forget(Account account) {
        note(account);
        finish(account);
    }

    void note(Account account) {
        String hash = identities.hash(account);
        Ciphertext sealed = identities.seal(hash, account.channel(), account.name());
        connections.write(connection -> Writes.one(
                connection,
                "insert into forgotten_account (account_hash, sealed) values (?, ?)"
                        + " on conflict (account_hash) do nothing",
                hash,
                sealed));
    }

    void finish() {
        List<Account> halfDone = connections.read(connection -> {
            List<Account> found = new ArrayList<>();
            try (PreparedStatement select =
                            connection.prepareStatement("select account_hash, sealed from forgotten_account");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<@Nullable String> pieces = identities.open(row.getString(1), row.getBytes(2));
                    found.add(
                            new Account(Objects.requireNonNull(pieces.get(0)), Objects.requireNonNull(pieces.get(1))));
                }
            }
            return found;
        });
        halfDone.forEach(this::finish);
    }

    private void finish(Account account) {
        String keys = connections.read(KeyRing::rotationSeen);
        for (int look = 0; look < LOOKS; look++) {
            deleteAll(account);
        }
        connections.write(connection -> {
            for (String table : List.of("block", "organizer_sign_in", "account_pause", "account_share")) {
                Writes.one(connection, "delete from " + table + " where account_hash = ?", identities.hash(account));
            }
            // A key rotation moves hashes past the place that a look has come to; then the note stays, and all is
            // looked at again.
            if (KeyRing.rotationSeen(connection).equals(keys)) {
                Writes.one(
                        connection, "delete from forgotten_account where account_hash = ?", identities.hash(account));
            }
            return account;
        });
        connections.emptyLog();
    }

    /** What acts on other rows goes before them: an effect would else set a timer that was deleted already. */
    private void deleteAll(Account account) {
        Predicate<List<@Nullable String>> ofConversation =
                pieces -> isOf(account, Identities.conversation(pieces).address());
        delete("effect", "conversation_hash", ofConversation);
        delete(
                "party",
                "id",
                pieces -> isOf(
                        account,
                        StoredParty.read(Objects.requireNonNull(pieces.get(0))).place()));
        delete("answer", "id", ofConversation);
        delete("timer", "conversation_hash", ofConversation);
        delete("subscription", "id_hash", ofConversation);
        connections.write(connection -> RecipientLeaving.account(connection, identities.hash(account)));
        delete("desk_chat", "id_hash", ofConversation);
        delete("desk_card", "id", ofConversation);
        rows("conversation", "id_hash", ofConversation, found -> {
            found.forEach(each -> heldFacts.hold(Identities.conversation(each.pieces), Map.of()));
            delete("conversation", "id_hash", hashes(found));
        });
        rows(
                "outbox",
                "id_hash",
                pieces -> ofConversation.test(pieces) || isOf(account, OutboxRow.to(pieces)),
                found -> outbox.settle(
                        found.stream().map(each -> OutboxRow.id(each.pieces)).toList()));
    }

    private static boolean isOf(Account account, Address address) {
        return Account.of(address).equals(account);
    }

    /** A row by what finds it, which is what its ciphertext is bound to, too. */
    private record Row(String key, List<@Nullable String> pieces) {}

    /** What is done with the rows of an account, some at a time. */
    private interface Found {
        void rows(List<Row> found);
    }

    private void delete(String table, String key, Predicate<List<@Nullable String>> isOfAccount) {
        rows(table, key, isOfAccount, found -> delete(table, key, hashes(found)));
    }

    private void delete(String table, String key, List<String> keys) {
        // Handlers write to the same rows in rounds, and a turn that is taken must find its conversation or not.
        connections.inOneCommit(() -> connections.write(connection -> {
            connections.dialect().lock(connection, Dialect.Subject.CONVERSATION, keys);
            ByHash.change(connection, "delete from " + table + " where " + key, keys);
            return keys;
        }));
    }

    private static List<String> hashes(List<Row> rows) {
        return rows.stream().map(Row::key).distinct().toList();
    }

    /** Goes through a table by its key; rows that share one are of the same conversation, so it does not matter to pass some over. */
    private void rows(String table, String key, Predicate<List<@Nullable String>> isOfAccount, Found found) {
        @Nullable String last = "";
        while (last != null) {
            String from = last;
            List<Row> rows = connections.read(connection -> {
                try (PreparedStatement select = connection.prepareStatement("select " + key + ", sealed from " + table
                        + " where " + key + " > ? order by " + key + " limit ?")) {
                    Writes.bind(select, from, ROWS_AT_ONCE);
                    try (ResultSet row = select.executeQuery()) {
                        List<Row> read = new ArrayList<>();
                        while (row.next()) {
                            read.add(new Row(row.getString(1), identities.open(row.getString(1), row.getBytes(2))));
                        }
                        return read;
                    }
                }
            });
            List<Row> matching =
                    rows.stream().filter(row -> isOfAccount.test(row.pieces)).toList();
            if (!matching.isEmpty()) {
                found.rows(matching);
            }
            last = rows.size() < ROWS_AT_ONCE ? null : rows.get(rows.size() - 1).key;
        }
    }
}
