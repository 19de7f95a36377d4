//! Debian's packages, installed without a question asked.

use crate::Result;
use crate::process::{self, command, run_quietly, step};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const UPDATE_LIMIT: Duration = Duration::from_secs(5 * 60);
const INSTALL_LIMIT: Duration = Duration::from_secs(30 * 60);

/// Installs the packages. `purpose` ("testing") begins the message to a person who must do it by hand, for want of
/// apt, rights or network.
pub fn install(packages: &[&str], purpose: &str) -> Result {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let by_hand = |why: &str| {
        format!(
            "{purpose} needs these packages: {list}\n{why}\nInstall them by hand, then run this again:\n  sudo apt-get install -y {list}"
        )
    };
    if !process::exists("apt-get") {
        return Err(format!(
            "{purpose} needs these Debian packages, or what your system has in their place: {list}\nThere is no apt-get here to install them with."
        ));
    }
    let Some(rights) = Rights::find() else {
        return Err(by_hand(
            "They cannot be installed from here: this user is not root and has no sudo without password.",
        ));
    };
    update(&rights)
        .map_err(|log| by_hand(&format!("The package lists cannot be read (is there a network?):\n{log}")))?;
    step(&format!("installing Debian packages: {list} …"));
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    run_quietly(&mut rights.apt_get(&arguments), "apt-get", INSTALL_LIMIT)
        .map_err(|log| by_hand(&format!("apt-get could not install them:\n{log}")))
}

/// Reads the lists of packages, once in a run.
fn update(rights: &Rights) -> Result {
    static DONE: AtomicBool = AtomicBool::new(false);
    if DONE.load(Ordering::Relaxed) {
        return Ok(());
    }
    step("reading the lists of Debian packages …");
    run_quietly(
        &mut rights.apt_get(&["update", "-o", "APT::Update::Error-Mode=any"]),
        "apt-get",
        UPDATE_LIMIT,
    )?;
    DONE.store(true, Ordering::Relaxed);
    Ok(())
}

/// How this user may install packages.
enum Rights {
    Root,
    Sudo,
}

impl Rights {
    fn find() -> Option<Rights> {
        let user = process::output(command("id").arg("-u"))?;
        if user.trim() == "0" {
            return Some(Rights::Root);
        }
        process::output(command("sudo").args(["-n", "true"])).map(|_| Rights::Sudo)
    }

    fn apt_get(&self, arguments: &[&str]) -> std::process::Command {
        let mut apt_get = match self {
            Rights::Root => command("env"),
            Rights::Sudo => {
                let mut sudo = command("sudo");
                sudo.args(["-n", "env"]);
                sudo
            }
        };
        // Another apt may be at work: wait for it rather than fail.
        apt_get.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]);
        apt_get.args(["-o", "Acquire::Retries=3"]).args(arguments);
        apt_get
    }
}
