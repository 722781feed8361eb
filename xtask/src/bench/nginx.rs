//! The peer of the public pages: nginx from the distribution, one worker on the processor that the program has too,
//! serving the same bytes under the same headers from files, with its access log on.
use super::process;
use crate::http::{Answer, Connection};
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

pub struct Nginx {
    master: Child,
    pub worker: u32,
    pub host: String,
}

/// What nginx writes itself, or what belongs to one answer only.
const OWN: [&str; 7] = [
    "date",
    "server",
    "content-length",
    "content-type",
    "content-encoding",
    "connection",
    "transfer-encoding",
];

impl Nginx {
    /// `/plain` answers the plain page, `/packed` the brotli bytes through `gzip_static`.
    pub fn start(folder: &Path, processor: &str, plain: &Answer, packed: &Answer) -> Result<Nginx, String> {
        let told = |error: std::io::Error| format!("nginx: {error}");
        fs::create_dir_all(folder.join("files")).map_err(told)?;
        fs::write(folder.join("files/plain"), &plain.body).map_err(told)?;
        fs::write(folder.join("files/packed"), &plain.body).map_err(told)?;
        fs::write(folder.join("files/packed.gz"), &packed.body).map_err(told)?;
        let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        let host = free.map_err(told)?.to_string();
        let path = folder.join("nginx.conf");
        fs::write(&path, configuration(folder, &host, plain)).map_err(told)?;
        let mut command = Command::new("taskset");
        command
            .args(["-c", processor, "nginx", "-e", "stderr", "-c"])
            .arg(&path);
        let mut master = command.stderr(Stdio::null()).spawn().map_err(told)?;
        for _ in 0..200 {
            sleep(Duration::from_millis(20));
            let children = format!("/proc/{0}/task/{0}/children", master.id());
            let children = fs::read_to_string(children).unwrap_or_default();
            let worker = children.split_whitespace().next().and_then(|id| id.parse().ok());
            if let (Some(worker), Ok(_)) = (worker, Connection::open(&host)) {
                return Ok(Nginx { master, worker, host });
            }
        }
        let _ = master.kill();
        Err("nginx does not start".to_owned())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // asked, not killed: the master takes its worker with it
        let _ = Command::new("kill")
            .args(["-TERM", &self.master.id().to_string()])
            .status();
        let _ = self.master.wait();
    }
}

fn configuration(folder: &Path, host: &str, like: &Answer) -> String {
    let folder = folder.display();
    let user = if process::is_root() { "user root;\n" } else { "" };
    let mut headers = String::new();
    for (name, value) in like
        .headers
        .iter()
        .filter(|(name, _)| !OWN.contains(&name.as_str()))
    {
        let value = value
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('$', "${dollar}");
        headers.push_str(&format!("    add_header {name} \"{value}\";\n"));
    }
    let kind = like.header("content-type").unwrap_or("text/html");
    format!(
        "{user}daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
  types {{ }}
  default_type '{kind}';
  geo $dollar {{ default '$'; }}
  log_format one '$time_iso8601 INFO request method=$request_method path=$uri status=$status ms=$request_time id=$request_id';
  access_log {folder}/access.log one;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=100;
  keepalive_requests 1000000000;
  etag off;
  max_ranges 0;
  server_tokens off;
  server {{
    listen {host};
    root {folder}/files;
{headers}    add_header Last-Modified '';
    location /packed {{ gzip_static always; }}
  }}
}}
"
    )
}
