-- The job row is its own outbox: QUEUED waits in the line, DISPATCHED without sent_at is still to be
-- sent. The outcome is decided once, under the row's lock, before money and pictures follow it; the
-- status becomes final after them.
create table job (
    id uuid primary key,
    user_id uuid not null,
    kind varchar(32) not null,
    status varchar(16) not null
        check (status in ('QUEUED', 'DISPATCHED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    outcome varchar(16) check (outcome in ('COMPLETED', 'FAILED', 'CANCELLED')),
    tier varchar(16) not null,
    tier_rank int not null,
    max_running int not null check (max_running > 0),
    request_sha256 char(64) not null,

    model varchar(100) not null,
    prompt varchar(2000) not null,
    negative_prompt varchar(2000) not null,
    width int not null check (width > 0),
    height int not null check (height > 0),
    steps int not null check (steps > 0),
    cfg_scale double precision not null,
    scheduler varchar(64) not null,
    seed bigint not null check (seed between 0 and 4294967295),
    image_count int not null check (image_count between 1 and 8),

    estimated_credits bigint not null check (estimated_credits > 0),
    predicted_seconds double precision not null,
    credits_used bigint check (credits_used between 0 and estimated_credits),
    credits_refunded bigint check (credits_refunded between 0 and estimated_credits),

    dispatch int not null default 0,
    started_dispatch int not null default 0,
    started_delivery int not null default 0,
    attempts int not null default 0,
    worker varchar(100),
    error_code varchar(64),
    error_message varchar(2000),

    created_at timestamptz not null,
    dispatched_at timestamptz,
    sent_at timestamptz,
    started_at timestamptz,
    outcome_at timestamptz,
    finished_at timestamptz,
    version bigint not null,

    check (status not in ('COMPLETED', 'FAILED', 'CANCELLED') or status = outcome),
    check (status <> 'COMPLETED' or credits_used is not null),
    check ((error_code is null) = (error_message is null))
);

create index job_waiting on job (tier_rank desc, created_at, id) where status = 'QUEUED';
create index job_of_user on job (user_id, created_at desc, id desc);
create index job_completed on job (finished_at desc) where status = 'COMPLETED';
create index job_live on job (status, user_id) where status in ('QUEUED', 'DISPATCHED', 'RUNNING');

-- Counts the events of each user without gaps; its row lock also makes the submissions of one user
-- come one after the other.
create table event_counter (
    user_id uuid primary key,
    last_seq bigint not null
);

create table job_event (
    user_id uuid not null,
    seq bigint not null,
    job_id uuid not null references job,
    type varchar(32) not null,
    reason varchar(200) not null,
    created_at timestamptz not null,
    primary key (user_id, seq)
);

create index job_event_of_job on job_event (job_id, seq);

revoke update, delete on job_event from generation;
