-- A process of another release would set a document with other templates and keep it under a digest that says otherwise, for ever: only
-- one with the same templates, fonts and compiler sets it. Empty: asked for by a release that did not say.
alter table document add column template_version text not null default '';
