-- A plan for all values of its parameters cannot use an index that is made for one of them.
DROP INDEX template_public;
DROP INDEX prompt_preset_public;
DROP INDEX workflow_public;
CREATE INDEX template_visible ON template (visibility, created_at DESC, id DESC);
CREATE INDEX prompt_preset_visible ON prompt_preset (visibility, created_at DESC, id DESC);
CREATE INDEX workflow_visible ON workflow (visibility, created_at DESC, id DESC);
