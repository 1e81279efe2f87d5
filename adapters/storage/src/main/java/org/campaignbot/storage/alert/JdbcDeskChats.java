package org.campaignbot.storage.alert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.desk.DeskChats;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;

/** Organizers' chats in a database. */
public final class JdbcDeskChats implements DeskChats {

    private final Connections connections;
    private final Identities identities;

    public JdbcDeskChats(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void note(String organizer, ConversationKey chat) {
        Identities.Named named = identities.named(chat);
        connections.write(connection -> BatchWrite.one(
                connection,
                "insert into desk_chat (id_hash, organizer, sealed) values (?, ?, ?)"
                        + " on conflict (id_hash) do update set organizer = excluded.organizer, alarms = case"
                        + " when desk_chat.organizer = excluded.organizer then desk_chat.alarms else 0 end, tests = case"
                        + " when desk_chat.organizer = excluded.organizer then desk_chat.tests else 0 end",
                named.hash(),
                organizer,
                named.sealed()));
    }

    @Override
    public List<ConversationKey> of(String organizer) {
        return connections.read(connection -> {
            List<ConversationKey> chats = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("select id_hash, sealed from desk_chat where organizer = ?")) {
                BatchWrite.bind(select, organizer);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        chats.add(Identities.conversation(identities.open(row.getString(1), row.getBytes(2))));
                    }
                }
            }
            return chats;
        });
    }

    @Override
    public void setAlarms(String organizer, boolean wanted) {
        connections.write(connection -> BatchWrite.one(
                connection, "update desk_chat set alarms = ? where organizer = ?", wanted ? 1 : 0, organizer));
    }

    @Override
    public boolean wantsAlarms(String organizer) {
        return connections.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select 1 from desk_chat where organizer = ? and alarms = 1")) {
                BatchWrite.bind(select, organizer);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    @Override
    public void setTests(String organizer, ConversationKey chat, boolean wanted) {
        connections.write(connection -> wanted
                ? BatchWrite.one(
                        connection,
                        "update desk_chat set tests = 1 where organizer = ? and id_hash = ?",
                        organizer,
                        identities.hash(chat))
                : BatchWrite.one(connection, "update desk_chat set tests = 0 where organizer = ?", organizer));
    }

    @Override
    public Map<String, List<ConversationKey>> testGroup() {
        return connections.read(connection -> {
            Map<String, List<ConversationKey>> group = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select organizer, id_hash, sealed from desk_chat where tests = 1");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    group.computeIfAbsent(row.getString(1), organizer -> new ArrayList<>())
                            .add(Identities.conversation(identities.open(row.getString(2), row.getBytes(3))));
                }
            }
            return group;
        });
    }

    @Override
    public void forget(ConversationKey chat) {
        connections.write(connection ->
                BatchWrite.one(connection, "delete from desk_chat where id_hash = ?", identities.hash(chat)));
    }
}
