-- The day on which the organization approved the bot has another key: "approval" says who approves alerts from now on.
update setting_version set content = replace(content, '"approval":"2', '"approved-on":"2');
