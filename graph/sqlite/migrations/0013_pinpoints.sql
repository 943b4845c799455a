-- Citations that name a provision, by the cited document: few documents have provisions with a day of their own.
CREATE INDEX mention_pinpointed ON mention (document) WHERE pinpoint IS NOT NULL;
