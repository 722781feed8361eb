//! The commands.
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Sala: intergovernmental forums from invitation to follow-up.
#[derive(Parser)]
#[command(name = "sala", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serves a demonstration with sample data from a temporary folder.
    Demo(Demo),
    /// Serves a site.
    Serve(Setting),
    /// Explains every problem of configuration, disk, database and mail; fails if there is any.
    Check(Setting),
    /// Brings the database up to this program's schema.
    Migrate(Setting),
    /// Writes the database and the stored files into one archive, while the site is served.
    Backup(Archive),
    /// Makes a site of an archive, in an empty database and an empty folder.
    Restore(Archive),
    /// Prints every address the program answers, with the room it belongs to.
    Routes {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Prints every setting as it would be taken now, without passwords.
    Config {
        #[command(flatten)]
        setting: Setting,
        /// One JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Prints every letter the program writes, with the room it belongs to and a sample of its subject.
    Mails {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Prints the work done beside the pages: what is asked for, and what is done again and again.
    Jobs {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Makes an account, or gives and takes a role.
    User(User),
    /// Prints a link with which somebody signs in without a letter: ten minutes, once, together with the password.
    SignInLink(SignInLink),
}

#[derive(Args)]
pub struct Demo {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// Keeps the data in this folder instead of a temporary one.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// The moment of the story.
    #[arg(long, value_enum, default_value = "open")]
    pub stage: Stage,
    /// The chance of the sample data.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Multiplies the sample records.
    #[arg(long, default_value_t = 1)]
    pub scale: u32,
    /// The database: sqlite:PATH or postgres://…; in the data folder unless given.
    #[arg(long, env = "SALA_DATABASE_URL")]
    pub database_url: Option<String>,
}

/// Moments of the story of the fourth edition.
#[derive(Clone, Copy, ValueEnum)]
pub enum Stage {
    /// 1 July 2022: the date is known.
    Announced,
    /// 15 August 2022: registration is open.
    Open,
    /// 13 September 2022: the day itself.
    Running,
    /// 20 September 2022: a week later.
    Over,
}

/// What a command may set; flags win over environment over file.
#[derive(Args, Clone, Default)]
pub struct Setting {
    /// A TOML file.
    #[arg(long)]
    pub config: Option<PathBuf>,
    #[arg(long)]
    pub listen: Option<String>,
    #[arg(long)]
    pub public_url: Option<String>,
    #[arg(long)]
    pub metrics_listen: Option<String>,
    #[arg(long)]
    pub data_dir: Option<PathBuf>,
    #[arg(long)]
    pub database_url: Option<String>,
}

#[derive(Args)]
pub struct User {
    #[command(flatten)]
    pub setting: Setting,
    /// The address of the account.
    pub email: String,
    /// Makes the account with this name; the password is read from standard input.
    #[arg(long)]
    pub create: Option<String>,
    /// Gives a role (administrator, officer, registrar, …).
    #[arg(long)]
    pub grant: Option<String>,
    /// Takes a role.
    #[arg(long)]
    pub revoke: Option<String>,
    /// Ends every session and every sign-in under way.
    #[arg(long)]
    pub end_sessions: bool,
}

#[derive(Args)]
pub struct SignInLink {
    #[command(flatten)]
    pub setting: Setting,
    /// The address of the account.
    #[arg(long)]
    pub user: String,
    /// Why no letter will do; the other administrators are told.
    #[arg(long)]
    pub reason: String,
}

#[derive(Args)]
pub struct Archive {
    #[command(flatten)]
    pub setting: Setting,
    /// The archive.
    pub file: PathBuf,
}
