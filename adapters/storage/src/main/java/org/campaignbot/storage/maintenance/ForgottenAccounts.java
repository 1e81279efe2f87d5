package org.campaignbot.storage.maintenance;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Account;
import org.campaignbot.storage.alert.RecipientLeaving;
import org.campaignbot.storage.organizing.StoredParty;
import org.campaignbot.storage.outbox.JdbcOutbox;
import org.campaignbot.storage.outbox.OutboxRow;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.campaignbot.update.HeldFacts;
import org.jspecify.annotations.Nullable;

/**
 * Deletes everything that belongs to an account.
 *
 * <p>Rows don't show their account, so all are decrypted, a few hundred at a time, and those of the account are deleted. The
 * account is noted first and the note is deleted last, so that after a crash, or a key rotation that moved rows meanwhile, it's
 * known what's left to do.
 */
public final class ForgottenAccounts {

    public static final int ROWS_AT_ONCE = 500;

    /** The second pass finds what a running turn wrote behind the first. */
    private static final int LOOKS = 2;

    private final Connections connections;
    private final Identities identities;
    private final JdbcOutbox outbox;
    private final HeldFacts heldFacts;

    public ForgottenAccounts(Connections connections, Identities identities, JdbcOutbox outbox, HeldFacts heldFacts) {
        this.connections = connections;
        this.identities = identities;
        this.outbox = outbox;
        this.heldFacts = heldFacts;
    }

    public void forget(Account account) {
        note(account);
        finish(account);
    }

    public void note(Account account) {
        String hash = identities.hash(account);
        Ciphertext sealed = identities.seal(hash, account.channel(), account.name());
        connections.write(connection -> BatchWrite.one(
                connection,
                "insert into forgotten_account (account_hash, sealed) values (?, ?)"
                        + " on conflict (account_hash) do nothing",
                hash,
                sealed));
    }

    public void finish() {
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
                BatchWrite.one(
                        connection, "delete from " + table + " where account_hash = ?", identities.hash(account));
            }
            // A key rotation moves hashes past the place a pass has reached; then the note stays, and everything is
            // scanned again.
            if (KeyRing.rotationSeen(connection).equals(keys)) {
                BatchWrite.one(
                        connection, "delete from forgotten_account where account_hash = ?", identities.hash(account));
            }
            return account;
        });
        connections.emptyLog();
    }

    /** Deletes an account's rows, those that act on other rows first: otherwise an effect could set a timer that was already deleted. */
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

    /** A row, by the key that finds it, which its ciphertext is also bound to. */
    private record Row(String key, List<@Nullable String> pieces) {}

    /** Handles an account's rows, some at a time. */
    private interface Found {
        void rows(List<Row> found);
    }

    private void delete(String table, String key, Predicate<List<@Nullable String>> isOfAccount) {
        rows(table, key, isOfAccount, found -> delete(table, key, hashes(found)));
    }

    private void delete(String table, String key, List<String> keys) {
        // Handlers write to the same rows in rounds, and a running turn must either find its conversation or not.
        connections.inOneCommit(() -> connections.write(connection -> {
            connections.dialect().lock(connection, Dialect.Subject.CONVERSATION, keys);
            ByHash.change(connection, "delete from " + table + " where " + key, keys);
            return keys;
        }));
    }

    private static List<String> hashes(List<Row> rows) {
        return rows.stream().map(Row::key).distinct().toList();
    }

    /** Scans a table by key; skipping rows with the same key is fine, since they're of the same conversation. */
    private void rows(String table, String key, Predicate<List<@Nullable String>> isOfAccount, Found found) {
        @Nullable String last = "";
        while (last != null) {
            String from = last;
            List<Row> rows = connections.read(connection -> {
                try (PreparedStatement select = connection.prepareStatement("select " + key + ", sealed from " + table
                        + " where " + key + " > ? order by " + key + " limit ?")) {
                    BatchWrite.bind(select, from, ROWS_AT_ONCE);
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
