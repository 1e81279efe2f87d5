package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.DeskCard;
import org.campaignbot.alert.desk.DeskCards;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.jspecify.annotations.Nullable;

/** The messages in which organizers follow alerts, in a database: each is stored entirely as ciphertext. */
public final class JdbcDeskCards implements DeskCards {

    private static final String SELECT = "select id, version, sealed from desk_card";

    private final Connections connections;
    private final Identities identities;

    public JdbcDeskCards(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public Optional<DeskCard> find(String id) {
        return connections
                .read(connection -> {
                    try (PreparedStatement select = connection.prepareStatement(SELECT + " where id = ?")) {
                        BatchWrite.bind(select, id);
                        return cards(select);
                    }
                })
                .stream()
                .findFirst();
    }

    @Override
    public List<DeskCard> all() {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                return cards(select);
            }
        });
    }

    private List<DeskCard> cards(PreparedStatement select) throws SQLException {
        List<DeskCard> cards = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String id = row.getString(1);
                cards.add(read(id, row.getLong(2), identities.open(id, row.getBytes(3))));
            }
        }
        return cards;
    }

    private static DeskCard read(String id, long version, List<@Nullable String> pieces) {
        ConversationKey chat = Identities.conversation(pieces);
        List<@Nullable String> own = pieces.subList(Identities.OF_CONVERSATION, pieces.size());
        return new DeskCard(
                id,
                known(own, 0),
                chat,
                Alert.Stage.valueOf(known(own, 1)),
                own.get(2),
                known(own, 3),
                own.get(4),
                Instant.parse(known(own, 5)),
                version);
    }

    private static String known(List<@Nullable String> pieces, int index) {
        return Objects.requireNonNull(pieces.get(index));
    }

    private Ciphertext sealed(DeskCard card) {
        @Nullable
        String[] own = {
            card.alert(),
            card.stage().name(),
            card.message(),
            card.shown(),
            card.sending(),
            card.at().toString()
        };
        @Nullable
        String[] pieces = Arrays.copyOf(Identities.pieces(card.chat()), Identities.OF_CONVERSATION + own.length);
        System.arraycopy(own, 0, pieces, Identities.OF_CONVERSATION, own.length);
        return identities.seal(card.id(), pieces);
    }

    @Override
    public boolean save(DeskCard card) {
        return connections.write(
                        connection -> card.version() == 0 ? insert(connection, card) : update(connection, card))
                == 1;
    }

    private int insert(Connection connection, DeskCard card) throws SQLException {
        return BatchWrite.one(
                connection,
                "insert into desk_card (id, chat_hash, version, sealed) values (?, ?, 1, ?) on conflict (id) do nothing",
                card.id(),
                identities.hash(card.chat()),
                sealed(card));
    }

    private int update(Connection connection, DeskCard card) throws SQLException {
        return BatchWrite.one(
                connection,
                "update desk_card set version = version + 1, sealed = ? where id = ? and version = ?",
                sealed(card),
                card.id(),
                card.version());
    }

    @Override
    public void drop(String id) {
        connections.write(connection -> BatchWrite.one(connection, "delete from desk_card where id = ?", id));
    }

    @Override
    public void forget(ConversationKey chat) {
        connections.write(connection ->
                BatchWrite.one(connection, "delete from desk_card where chat_hash = ?", identities.hash(chat)));
    }
}
