-- What a CRM is sent: rounded figures alone, so nothing is ciphertext. A row stays for 60 days, so that nothing is told twice.
create table crm_event (
    name varchar(120) not null primary key,
    id varchar(36) not null,
    body text not null,
    made_at bigint not null,
    -- how often it was claimed; a claim names the number it saw, so that two servers don't both send it
    tries integer not null,
    -- null once it's delivered or given up
    due_at bigint,
    delivered smallint not null,
    trouble text not null
) ${by_key};
